package dev.fanout.policies.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanout.diagnostics.Issue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFormatterTest {
  @TempDir private Path folder;

  @Nested
  class Finding {
    @Test
    void takes_the_xml_files_of_a_folder_by_path_and_each_once() throws IOException {
      Path b = file("apis/b/policy.xml", "<policies/>");
      Path a = file("apis/a/policy.XML", "<policies/>");
      file("apis/a/notes.txt", "<policies/>");
      file(".git/policy.xml", "<policies/>");

      List<PolicyFile> files =
          PolicyFiles.under(
              List.of(b, folder, folder.resolve("apis/../apis")),
              failure -> {
                throw new AssertionError(failure);
              });

      assertThat(files).containsExactly(new PolicyFile(b, true), new PolicyFile(a, false));
    }
  }

  @Nested
  class Reading {
    @Test
    void passes_over_other_xml_files_of_a_folder() throws IOException {
      assertThat(found("<project/>")).isEqualTo(new FileOutcome.Skipped());
      assertThat(found("")).isEqualTo(new FileOutcome.Skipped());
      assertThat(found("<policies />\n")).isEqualTo(new FileOutcome.Unchanged());
      assertThat(found("<policies/>")).isInstanceOf(FileOutcome.Changed.class);
    }

    @Test
    void refuses_other_files_that_are_named() throws IOException {
      PolicyFile file = new PolicyFile(file("pom.xml", "<project/>"), true);
      assertThat(codes(FileFormatter.format(file, Optional.empty())))
          .containsExactly("FORMAT_NO_POLICY");
    }

    @Test
    void refuses_errors_of_syntax_and_other_encodings() throws IOException {
      assertThat(codes(found("<policies>"))).containsExactly("XML_UNCLOSED_ELEMENT");
      Path latin = folder.resolve("latin.xml");
      Files.write(latin, "<fragment><!-- é --></fragment>".getBytes(StandardCharsets.ISO_8859_1));
      assertThat(codes(FileFormatter.format(new PolicyFile(latin, false), Optional.empty())))
          .containsExactly("FORMAT_ENCODING");
    }

    @Test
    void does_not_read_a_file_that_no_document_is_as_large_as() throws IOException {
      Path large = file("large.xml", "<policies>" + " ".repeat(3 << 20) + "</policies>");
      assertThat(FileFormatter.format(new PolicyFile(large, false), Optional.empty()))
          .isEqualTo(new FileOutcome.Skipped());
      assertThat(codes(FileFormatter.format(new PolicyFile(large, true), Optional.empty())))
          .containsExactly("POLICY_TOO_LARGE");
    }

    private FileOutcome found(String text) throws IOException {
      return FileFormatter.format(new PolicyFile(file("found.xml", text), false), Optional.empty());
    }

    private static List<String> codes(FileOutcome outcome) {
      return ((FileOutcome.Refused) outcome).issues().stream().map(Issue::code).toList();
    }
  }

  @Nested
  class Writing {
    @Test
    void replaces_the_file_and_leaves_nothing_beside_it() throws IOException {
      Path file = file("policy.xml", "<policies/>");
      FileFormatter.write(file, changed(file));

      assertThat(file).hasContent("<policies />\n");
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).containsExactly(file);
      }
    }

    @Test
    void keeps_permissions_and_links() throws IOException {
      Path file = file("policy.xml", "<policies/>");
      assumeTrue(
          Files.getFileStore(file).supportsFileAttributeView("posix"), "no posix permissions");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
      Path link = Files.createSymbolicLink(folder.resolve("link.xml"), file);
      FileFormatter.write(link, changed(link));

      assertThat(link).isSymbolicLink();
      assertThat(file).hasContent("<policies />\n");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rwxr-x--x");
    }

    @Test
    void does_not_write_over_what_another_program_wrote() throws IOException {
      Path file = file("policy.xml", "<policies/>");
      FormattedPolicy formatted = changed(file);
      Files.writeString(file, "<fragment/>");

      assertThatThrownBy(() -> FileFormatter.write(file, formatted))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("another program");
      assertThat(file).hasContent("<fragment/>");
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).containsExactly(file);
      }
    }

    private static FormattedPolicy changed(Path file) throws IOException {
      return ((FileOutcome.Changed)
              FileFormatter.format(new PolicyFile(file, true), Optional.empty()))
          .policy();
    }
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
