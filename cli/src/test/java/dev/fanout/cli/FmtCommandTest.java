package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write_a_folder() throws IOException {
    file("a/policy.xml", "<policies>\n<inbound/>\n</policies>\n");
    file("b/policy.xml", "<policies />\n");
    file("b/pom.xml", "<project><a></a></project>");
  }

  @Test
  void formats_a_folder_and_is_done_the_second_time() throws IOException {
    assertThat(fmt(folder.toString())).isZero();

    assertThat(out).hasToString(name("a/policy.xml") + "\n" + summary("1 formatted, 1"));
    assertThat(folder.resolve("a/policy.xml"))
        .hasContent("<policies>\n    <inbound />\n</policies>\n");
    assertThat(folder.resolve("b/pom.xml")).hasContent("<project><a></a></project>");
    assertThat(fmt(folder.toString())).isZero();
    assertThat(out.toString()).endsWith(summary("0 formatted, 2"));
  }

  @Test
  void checks_without_writing() throws IOException {
    String before = Files.readString(folder.resolve("a/policy.xml"));

    assertThat(fmt("--check", folder.toString())).isEqualTo(ExitCode.DIFFERENT);
    assertThat(out).hasToString(name("a/policy.xml") + "\n");
    assertThat(err).hasToString(summary("1 to format, 1"));
    assertThat(folder.resolve("a/policy.xml")).hasContent(before);
    assertThat(fmt("--check", folder.resolve("b").toString())).isZero();
  }

  @Test
  void prints_a_diff_without_writing() throws IOException {
    String before = Files.readString(folder.resolve("a/policy.xml"));

    assertThat(fmt("--diff", folder.toString())).isEqualTo(ExitCode.DIFFERENT);
    assertThat(out.toString())
        .contains("+++ b" + name("a/policy.xml") + "\n@@ -1,3 +1,3 @@\n <policies>\n-<inbound/>\n");
    assertThat(folder.resolve("a/policy.xml")).hasContent(before);
  }

  @Test
  void refuses_a_broken_document_and_formats_the_others() throws IOException {
    file("a/a.xml", "<policies>\n  <inbound>\n</policies>");

    assertThat(fmt(folder.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("a.xml:2:4: error:").contains("XML_UNCLOSED_ELEMENT");
    assertThat(out.toString()).contains("1 formatted, 1 already formatted, 1 refused");
    assertThat(folder.resolve("a/a.xml")).hasContent("<policies>\n  <inbound>\n</policies>");
    assertThat(fmt("--check", folder.toString())).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void wants_paths_that_are_there_and_one_way_to_look() {
    assertThat(fmt(folder.resolve("c").toString())).isEqualTo(ExitCode.USAGE);
    assertThat(fmt("--check", "--diff", folder.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(fmt()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_folder_without_a_policy_is_a_mistake() throws IOException {
    file("c/pom.xml", "<project />");

    assertThat(fmt("--check", folder.resolve("c").toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err).hasToString("fanout: there is no policy document in '" + name("c") + "'\n");
  }

  private int fmt(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "fmt";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Fanout.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  private static String summary(String start) {
    return start + " already formatted; other XML files left out: 1\n";
  }

  private String name(String file) {
    return folder.resolve(file).toString().replace('\\', '/');
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
