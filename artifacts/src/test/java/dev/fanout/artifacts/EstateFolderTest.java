package dev.fanout.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.IssueRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EstateFolderTest {
  private static final String PRIMARY = "backends/orders-primary/backendInformation.json";
  private static final String ORDERS = "apis/orders/policy.xml";

  @TempDir private Path temp;

  @Nested
  class ReadingThenWriting {
    @Test
    void changes_no_byte() {
      assertThat(copy(SampleEstates.extract())).isZero();
    }

    @Test
    void changes_no_byte_whatever_line_ends_marks_and_bytes_the_files_have() throws IOException {
      Path odd = temp.resolve("odd");
      for (Map.Entry<String, byte[]> file :
          SampleEstates.files(SampleEstates.extract()).entrySet()) {
        String text = new String(file.getValue(), StandardCharsets.UTF_8);
        put(odd, file.getKey(), "\uFEFF" + text.replace("\n", "\r\n") + "\r\r\n");
      }
      Files.write(odd.resolve("apis/orders/logo.bin"), new byte[] {0, -1, (byte) 0xC3, 13});
      assertThat(copy(odd)).isZero();
    }

    @Test
    void into_the_same_folder_touches_no_file() throws IOException {
      Path folder = extractInTemp();
      Files.setLastModifiedTime(
          folder.resolve(PRIMARY), java.nio.file.attribute.FileTime.fromMillis(0));
      WriteSummary summary = EstateFolder.open(folder).write(folder).orThrow();
      assertThat(summary.changedNothing()).isTrue();
      assertThat(Files.getLastModifiedTime(folder.resolve(PRIMARY)).toMillis()).isZero();
    }

    @Test
    void leaves_files_of_others_in_the_target() throws IOException {
      Path target = temp.resolve("target");
      put(target, "apis/other/policy.xml", "mine");
      EstateFolder.open(SampleEstates.extract()).write(target).orThrow();
      assertThat(target.resolve("apis/other/policy.xml")).hasContent("mine");
    }

    @Test
    void never_overwrites_what_it_did_not_read() throws IOException {
      Path target = temp.resolve("target");
      put(target, "policy.xml", "mine");
      WriteSummary summary = EstateFolder.open(SampleEstates.extract()).write(target);
      assertThat(summary.issues()).extracting(Issue::code).containsExactly("ARTIFACTS_NOT_OURS");
      assertThat(SampleEstates.files(target)).containsOnlyKeys("policy.xml");
    }

    /** Writes a copy and gives the number of files that differ. */
    private int copy(Path folder) {
      Path target = temp.resolve("copy");
      WriteSummary summary = EstateFolder.open(folder).write(target).orThrow();
      SortedMap<String, byte[]> before = SampleEstates.files(folder);
      assertThat(summary.created()).isEqualTo(before.size()).isGreaterThan(50);
      return different(before, SampleEstates.files(target)).size();
    }
  }

  @Nested
  class AnEdit {
    @Test
    void of_a_backend_url_changes_the_url_and_nothing_else() throws IOException {
      Path folder = extractInTemp();
      EstateFolder opened = EstateFolder.open(folder);
      BackendArtifact backend = opened.read().orThrow().backend("orders-primary").orElseThrow();
      String before = Files.readString(folder.resolve(PRIMARY));
      EstateFolder edited =
          opened.edit().setBackendUrl(backend, "https://orders-9.internal.example/api").apply();
      assertThat(edited.write(folder).orThrow())
          .hasToString("0 created, 1 updated, " + (count(folder) - 1) + " unchanged, 0 deleted");
      assertThat(folder.resolve(PRIMARY)).hasContent(before.replace("//orders-1.", "//orders-9."));
      assertThat(edited.read().orThrow().backend("orders-primary").orElseThrow().url())
          .contains(BaseUrl.parse("https://orders-9.internal.example/api"));
    }

    @Test
    void of_a_policy_attribute_changes_the_attribute_and_nothing_else() {
      EstateFolder folder = EstateFolder.open(SampleEstates.extract());
      EstateFolder edited =
          folder
              .edit()
              .policy(
                  ORDERS,
                  (tree, edit) ->
                      edit.setAttribute(
                          tree.root()
                              .orElseThrow()
                              .elements("inbound")
                              .get(0)
                              .elements("set-backend-service")
                              .get(0),
                          "backend-id",
                          "orders-pool"))
              .apply();
      assertThat(edited.changes()).containsOnlyKeys(ORDERS);
      assertThat(text(edited, ORDERS))
          .isEqualTo(
              text(folder, ORDERS)
                  .replace("backend-id=\"orders-primary\"", "backend-id=\"orders-pool\""));
    }

    @Test
    void keeps_line_ends_and_a_byte_order_mark() {
      EstateFolder edited =
          EstateFolder.of(
                  Map.of(
                      "backends/b/backendInformation.json",
                      bytes(
                          "\uFEFF{\r\n\t\"properties\": {\r\n\t\t\"url\": \"http://a\"\r\n\t}\r\n}"),
                      "policy.xml",
                      bytes("\uFEFF<policies>\r\n\t<inbound x='1' />\r\n</policies>")))
              .edit()
              .setJson("backends/b/backendInformation.json", "/properties/title", "B")
              .policy(
                  "policy.xml",
                  (tree, edit) ->
                      edit.setAttribute(tree.root().orElseThrow().elements().get(0), "x", "2"))
              .apply();
      assertThat(text(edited, "backends/b/backendInformation.json"))
          .isEqualTo(
              "\uFEFF{\r\n\t\"properties\": {\r\n\t\t\"url\": \"http://a\",\r\n"
                  + "\t\t\"title\": \"B\"\r\n\t}\r\n}");
      assertThat(text(edited, "policy.xml"))
          .isEqualTo("\uFEFF<policies>\r\n\t<inbound x='2' />\r\n</policies>");
    }

    @Test
    void in_several_steps_of_one_file_adds_up() {
      EstateFolder edited =
          EstateFolder.open(SampleEstates.extract())
              .edit()
              .setJson(PRIMARY, "/properties/tls/validateCertificateName", false)
              .removeJson(PRIMARY, "/properties/circuitBreaker")
              .apply();
      assertThat(text(edited, PRIMARY))
          .doesNotContain("circuitBreaker")
          .contains("\"validateCertificateName\": false")
          .startsWith("{\n  \"properties\": {\n    \"credentials\": {");
    }

    @Test
    void that_says_what_is_there_already_changes_no_file() {
      assertThat(
              EstateFolder.open(SampleEstates.extract())
                  .edit()
                  .setJson(PRIMARY, "/properties/protocol", "http")
                  .apply()
                  .changes())
          .isEmpty();
    }

    @Test
    void of_a_file_that_was_changed_meanwhile_is_not_written() throws IOException {
      Path folder = extractInTemp();
      EstateFolder edited =
          EstateFolder.open(folder).edit().setJson(PRIMARY, "/properties/title", "B").apply();
      put(folder, PRIMARY, "{}");
      assertThat(edited.write(folder).issues()).hasSize(1);
      assertThat(folder.resolve(PRIMARY)).hasContent("{}");
    }
  }

  @Nested
  class AnEditThatCannotBe {
    @Test
    void has_its_file_line_and_caret() {
      EstateFolder folder =
          EstateFolder.of(Map.of("tags/t/tagInformation.json", bytes("{\n  \"properties\": 7\n}")));
      assertThat(refusal(folder.edit().setJson("tags/t/tagInformation.json", "/properties/x", 1)))
          .startsWith("tags/t/tagInformation.json:2:17: error: '/x' cannot stand in this value")
          .contains("    2 |   \"properties\": 7\n      |                 ^\n");
    }

    @Test
    void never_shows_a_file_that_may_hold_secrets() {
      EstateFolder folder =
          EstateFolder.of(
              Map.of(
                  "named values/n/namedValueInformation.json",
                  bytes("{\"properties\": \"s3cret\"}")));
      assertThat(
              refusal(
                  folder
                      .edit()
                      .setJson("named values/n/namedValueInformation.json", "/properties/x", 1)))
          .contains("named values/n/namedValueInformation.json:1:16")
          .doesNotContain("s3cret");
    }

    @Test
    void says_all_that_is_wrong() {
      EstateFolder folder = EstateFolder.open(SampleEstates.extract());
      BackendArtifact backend = folder.read().orThrow().backend("orders-primary").orElseThrow();
      EstateEdit edit =
          folder
              .edit()
              .setJson("no/such/file.json", "/x", 1)
              .setJson("apis/orders/readme.txt", "/x", 1)
              .setBackendUrl(backend, "nowhere");
      assertThatThrownBy(edit::apply)
          .isInstanceOfSatisfying(IssueException.class, e -> assertThat(e.issues()).hasSize(3));
    }

    private String refusal(EstateEdit edit) {
      try {
        edit.apply();
      } catch (IssueException e) {
        return IssueRenderer.render(e.issues());
      }
      throw new AssertionError("it was done");
    }
  }

  @Test
  void a_folder_that_is_not_there_is_one_issue() {
    assertThatThrownBy(() -> EstateFolder.open(temp.resolve("no")))
        .isInstanceOf(IssueException.class)
        .hasMessageContaining("does not exist");
  }

  private Path extractInTemp() {
    Path folder = temp.resolve("extract");
    EstateFolder.open(SampleEstates.extract()).write(folder).orThrow();
    return folder;
  }

  private static int count(Path folder) {
    return SampleEstates.files(folder).size();
  }

  private static SortedMap<String, String> different(
      SortedMap<String, byte[]> before, SortedMap<String, byte[]> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    SortedMap<String, String> all = new TreeMap<>();
    before.forEach(
        (path, bytes) -> {
          if (!Arrays.equals(bytes, after.get(path))) {
            all.put(path, new String(bytes, StandardCharsets.UTF_8));
          }
        });
    return all;
  }

  private static String text(EstateFolder folder, String path) {
    return new String(folder.bytes(path).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static void put(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
