package dev.fanout.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EstateWriterTest {
  private static final Map<String, byte[]> FILES =
      Map.of("apis/a/policy.xml", bytes("<policies />"), "policy.xml", bytes("global"));

  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void choose_a_folder() {
    folder = temp.resolve("out");
  }

  @Nested
  class AFirstRun {
    @Test
    void writes_all_files_and_the_manifest() throws IOException {
      WriteSummary summary = new EstateWriter().write(FILES, folder).orThrow();
      assertThat(summary).hasToString("2 created, 0 updated, 0 unchanged, 0 deleted");
      SortedMap<String, String> tree = tree();
      assertThat(tree.remove(".fanout-generated.json")).contains("\"apis/a/policy.xml\": [");
      assertThat(tree)
          .isEqualTo(Map.of("apis/a/policy.xml", "<policies />", "policy.xml", "global"));
    }

    @Test
    void touches_nothing_if_a_file_is_in_the_way() throws IOException {
      put("policy.xml", "mine");
      WriteSummary summary = new EstateWriter().write(FILES, folder);
      assertThat(summary.issues())
          .extracting(Issue::code, Issue::message)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "ARTIFACTS_NOT_OURS",
                  "'" + folder.resolve("policy.xml") + "' was not written by fanout"));
      assertThat(tree()).isEqualTo(Map.of("policy.xml", "mine"));
    }

    @Test
    void overwrites_a_file_in_the_way_when_forced() throws IOException {
      put("policy.xml", "mine");
      put("notes.txt", "mine");
      new EstateWriter(true).write(FILES, folder).orThrow();
      assertThat(tree()).containsEntry("policy.xml", "global").containsEntry("notes.txt", "mine");
    }

    @Test
    void takes_a_file_with_the_right_content_as_its_own() throws IOException {
      put("policy.xml", "global");
      assertThat(new EstateWriter().write(FILES, folder).orThrow())
          .hasToString("1 created, 0 updated, 1 unchanged, 0 deleted");
    }
  }

  @Nested
  class ASecondRun {
    @BeforeEach
    void write_once() throws IOException {
      new EstateWriter().write(FILES, folder).orThrow();
      put("notes.txt", "mine");
    }

    @Test
    void changes_nothing() throws IOException {
      SortedMap<String, String> before = tree();
      FileTime old = FileTime.fromMillis(1_000_000_000_000L);
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.toList()) {
          Files.setLastModifiedTime(path, old);
        }
      }
      assertThat(new EstateWriter().write(FILES, folder).orThrow().changedNothing()).isTrue();
      assertThat(tree()).isEqualTo(before);
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.toList()) {
          assertThat(Files.getLastModifiedTime(path)).as(path.toString()).isEqualTo(old);
        }
      }
    }

    @Test
    void updates_and_deletes_its_own_files_and_empty_folders_only() throws IOException {
      WriteSummary summary =
          new EstateWriter().write(Map.of("policy.xml", bytes("new")), folder).orThrow();
      assertThat(summary).hasToString("0 created, 1 updated, 0 unchanged, 1 deleted");
      SortedMap<String, String> tree = tree();
      tree.remove(".fanout-generated.json");
      assertThat(tree).isEqualTo(Map.of("policy.xml", "new", "notes.txt", "mine"));
      assertThat(folder.resolve("apis")).doesNotExist();
    }

    @Test
    void keeps_a_file_that_was_changed_by_hand() throws IOException {
      put("policy.xml", "edited");
      WriteSummary summary = new EstateWriter().write(Map.of("policy.xml", bytes("new")), folder);
      assertThat(summary.issues())
          .extracting(Issue::message)
          .containsExactly("'" + folder.resolve("policy.xml") + "' was changed by hand");
      assertThat(tree()).containsEntry("policy.xml", "edited").containsKey("apis/a/policy.xml");
    }

    @Test
    void keeps_a_changed_file_that_is_not_needed_any_more_and_says_so() throws IOException {
      put("policy.xml", "edited");
      WriteSummary summary =
          new EstateWriter()
              .write(Map.of("apis/a/policy.xml", bytes("<policies />")), folder)
              .orThrow();
      assertThat(summary.issues()).hasSize(1);
      assertThat(tree()).containsEntry("policy.xml", "edited");
    }

    @Test
    void goes_on_after_a_run_that_was_killed_half_way() throws IOException {
      Map<String, byte[]> next =
          Map.of("apis/a/policy.xml", bytes("2"), "policy.xml", bytes("2"), "x", bytes("2"));
      byte[] both = Manifest.of(FILES).and(Manifest.of(next)).bytes();
      Files.write(folder.resolve(Manifest.NAME), both);
      put("policy.xml", "2");
      new EstateWriter().write(next, folder).orThrow();
      SortedMap<String, String> tree = tree();
      assertThat(tree.get(".fanout-generated.json"))
          .isEqualTo(new String(Manifest.of(next).bytes(), StandardCharsets.UTF_8));
      assertThat(tree).containsEntry("apis/a/policy.xml", "2").containsEntry("x", "2");
    }

    @Test
    void refuses_a_manifest_that_is_broken_or_names_files_outside() throws IOException {
      for (String text :
          new String[] {"{", "{}", "{\"schema\": 1, \"files\": {\"../x\": [\"00\"]}}"}) {
        put(Manifest.NAME, text);
        assertThat(new EstateWriter().write(FILES, folder).issues())
            .as(text)
            .anySatisfy(issue -> assertThat(issue.message()).contains("cannot be used"));
      }
    }
  }

  @Nested
  class AFolderThatCannotBeWritten {
    @Test
    void is_one_issue() throws IOException {
      Files.writeString(folder, "a file");
      assertThatThrownBy(() -> new EstateWriter().write(FILES, folder))
          .isInstanceOfSatisfying(
              IssueException.class,
              e -> {
                assertThat(e.issues()).hasSize(1);
                assertThat(e.issues().get(0).code()).isEqualTo("ARTIFACTS_WRITE");
              });
    }

    @Test
    void since_a_link_leads_out_of_it_is_one_issue() throws IOException {
      Path outside = Files.createDirectory(temp.resolve("outside"));
      Files.createDirectory(folder);
      Files.createSymbolicLink(folder.resolve("apis"), outside);
      assertThatThrownBy(() -> new EstateWriter().write(FILES, folder))
          .isInstanceOf(IssueException.class)
          .hasMessageContaining("it is a link");
      assertThat(outside).isEmptyDirectory();
    }

    @Test
    void leaves_no_temporary_file() throws IOException {
      put("policy.xml/inside", "a folder in the way of a file");
      assertThat(new EstateWriter().write(FILES, folder).issues()).hasSize(1);
      assertThat(tree()).containsOnlyKeys("policy.xml/inside");
    }
  }

  @Test
  void a_path_that_leaves_the_folder_is_refused() {
    for (String path : new String[] {"../x", "/x", "a//b", "a/./b", "", "a\\..\\b"}) {
      assertThatIllegalArgumentException()
          .as(path)
          .isThrownBy(() -> new EstateWriter().write(Map.of(path, bytes("")), folder));
    }
  }

  private void put(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private SortedMap<String, String> tree() throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        all.put(path, Files.readString(file));
      }
    }
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
