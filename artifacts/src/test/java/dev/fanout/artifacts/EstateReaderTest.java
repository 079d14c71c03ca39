package dev.fanout.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.catalog.VersionScheme;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EstateReaderTest {
  private static final String POLICY =
      "<policies><inbound><base /></inbound><backend><base /></backend>"
          + "<outbound><base /></outbound><on-error><base /></on-error></policies>";
  private static final String SPECIFICATION =
      "{\"openapi\": \"3.0.1\", \"paths\": {\"/x/{id}\": {\"get\": {\"operationId\": \"get-x\"}}}}";

  private final Map<String, String> files = new LinkedHashMap<>();

  @Nested
  class AnExtract {
    @Test
    void of_an_api_has_its_settings_policies_and_operations() {
      api("orders", "\"path\": \"/sales/orders/\", \"serviceUrl\": \"https://h/api/\"");
      files.put("apis/orders/policy.xml", POLICY);
      files.put("apis/orders/operations/GET-X/policy.xml", POLICY);
      files.put("apis/orders/diagnostics/applicationinsights/diagnosticInformation.json", "{");
      files.put("apis/orders/releases/1/apiReleaseInformation.json", "not read");
      files.put("policy.xml", POLICY);
      files.put("tags/t/tagInformation.json", "not read");
      Estate estate = read().orThrow();
      ApiArtifact api = estate.apis().get(0);
      assertThat(api.path()).isEqualTo("sales/orders");
      assertThat(api.serviceUrl()).contains(BaseUrl.parse("https://h/api/"));
      assertThat(api.version()).isEqualTo(VersionScheme.NONE);
      assertThat(api.subscriptionRequired()).isTrue();
      assertThat(api.current()).isTrue();
      assertThat(api.keyNames()).isEqualTo(KeyNames.STANDARD);
      assertThat(api.policy().orElseThrow().file()).isEqualTo("apis/orders/policy.xml");
      assertThat(api.operations())
          .extracting(o -> o.id() + " " + o.method() + " " + o.urlTemplate())
          .containsExactly("get-x GET /x/{id}");
      assertThat(api.operations().get(0).policy().orElseThrow().file())
          .isEqualTo("apis/orders/operations/GET-X/policy.xml");
      assertThat(estate.globalPolicy()).isPresent();
    }

    @Test
    void shares_documents_of_the_same_text() {
      api("a", "\"path\": \"a\"");
      api("b", "\"path\": \"b\"");
      files.put("apis/a/policy.xml", POLICY);
      files.put("apis/b/policy.xml", POLICY);
      Estate estate = read().orThrow();
      PolicyArtifact a = estate.apis().get(0).policy().orElseThrow();
      PolicyArtifact b = estate.apis().get(1).policy().orElseThrow();
      assertThat(b.document()).isSameAs(a.document());
      assertThat(b.file()).isEqualTo("apis/b/policy.xml");
    }

    @Test
    void of_a_version_and_a_revision_has_their_values() {
      api("o-v2", versioned("v2", "orders"));
      api("o-v2;rev=3", versioned("v2", "orders") + ", \"apiRevision\": \"3\"");
      files.put(
          "version sets/orders/versionSetInformation.json",
          "{\"properties\": {\"versioningScheme\": \"Header\","
              + " \"versionHeaderName\": \"Api-Version\"}}");
      Estate estate = read().orThrow();
      assertThat(estate.apis())
          .extracting(ApiArtifact::version)
          .containsOnly(new VersionScheme.Header("Api-Version", "v2"));
      ApiArtifact third = estate.api("O-V2;REV=3").orElseThrow();
      assertThat(third.revision()).isEqualTo(3);
      assertThat(third.current()).isFalse();
      assertThat(third.rootId()).isEqualTo("o-v2");
    }

    @Test
    void of_backends_has_urls_pools_and_names_of_credentials() {
      backend(
          "one",
          "\"url\": \"https://h/base\", \"tls\": {\"validateCertificateName\": false},"
              + " \"credentials\": {\"header\": {\"x-key\": [\"{{k}}\"]}, \"authorization\":"
              + " {\"scheme\": \"Bearer\", \"parameter\": \"s3cret\"}},"
              + " \"circuitBreaker\": {\"rules\": []}");
      backend(
          "pool",
          "\"type\": \"Pool\", \"pool\": {\"services\": [{\"id\": \"/backends/one\","
              + " \"priority\": 2, \"weight\": 30}]}");
      Estate estate = read().orThrow();
      BackendArtifact one = estate.backend("ONE").orElseThrow();
      assertThat(one.url()).contains(BaseUrl.parse("https://h/base"));
      assertThat(one.validateCertificateChain()).isTrue();
      assertThat(one.validateCertificateName()).isFalse();
      assertThat(one.credentials().authorization()).isEqualTo("Bearer s3cret");
      assertThat(one.credentials()).hasToString("headers [x-key], query [], authorization");
      assertThat(one.other()).containsExactly("circuitBreaker");
      assertThat(one.toString()).doesNotContain("s3cret");
      assertThat(estate.backend("pool").orElseThrow().pool())
          .containsExactly(new BackendArtifact.PoolMember("one", 2, 30));
    }

    @Test
    void of_named_values_never_shows_them() {
      namedValue("plain", "\"displayName\": \"base-url\", \"value\": \"https://h\"");
      namedValue("vault", "\"displayName\": \"key\", \"secret\": true, \"keyVault\": {}");
      Estate estate = read().orThrow();
      assertThat(estate.namedValue("Base-Url").orElseThrow().value()).contains("https://h");
      assertThat(estate.namedValue("key").orElseThrow())
          .isEqualTo(new NamedValueArtifact("key", Optional.empty(), true));
      assertThat(estate.toString()).doesNotContain("https://h");
    }

    @Test
    void of_products_says_which_apis_they_contain() {
      api("a", "\"path\": \"a\"");
      files.put("products/p/productInformation.json", "{\"properties\": {}}");
      files.put("products/p/policy.xml", POLICY);
      files.put("products/p/apis/a/productApiInformation.json", "{}");
      Estate estate = read().orThrow();
      assertThat(estate.apis().get(0).products()).containsExactly("p");
      assertThat(estate.products().get("p").policy()).isPresent();
    }

    @Test
    void with_a_byte_order_mark_is_read() {
      api("a", "\"path\": \"a\"");
      files.replaceAll((path, text) -> "\uFEFF" + text);
      assertThat(read().orThrow().apis()).hasSize(1);
    }
  }

  @Nested
  class AMistake {
    @Test
    void in_json_has_its_place() {
      files.put("apis/a/apiInformation.json", "{\n  \"properties\": {]\n}");
      assertThat(IssueRenderer.render(read().issues()))
          .startsWith("apis/a/apiInformation.json:2:")
          .contains("[ARTIFACTS_JSON]");
    }

    @Test
    void in_a_url_points_at_its_key() {
      api("a", "\"path\": \"a\", \"serviceUrl\": \"nowhere\"");
      Issue issue = read().issues().get(0);
      assertThat(issue.location().orElseThrow().text()).isEqualTo("\"serviceUrl\"");
      assertThat(issue.message()).isEqualTo("'nowhere' is not an absolute http or https URL");
    }

    @Test
    void in_a_file_with_secrets_never_shows_the_file() {
      files.put("named values/n/namedValueInformation.json", "{\"value\": s3cret}");
      backend("b", "\"url\": \"https://user:s3cret@h/?code=s3cret\", \"x\": \"s3cret\"");
      files.put("backends/c/backendInformation.json", "{\"properties\": \"s3cret\"}");
      List<Issue> issues = read().issues();
      assertThat(issues).hasSize(3);
      assertThat(IssueRenderer.render(issues))
          .doesNotContain("s3cret")
          .contains("named values/n/namedValueInformation.json:1:")
          .contains(
              "backends/b/backendInformation.json:1:17: error: base URL 'https://h/' has a query");
    }

    @Test
    void in_a_document_is_reported_once_however_many_files_have_it() {
      api("a", "\"path\": \"a\"");
      api("b", "\"path\": \"b\"");
      files.put("apis/a/policy.xml", "<policies><inbound></policies>");
      files.put("apis/b/policy.xml", "<policies><inbound></policies>");
      List<Issue> issues = read().issues();
      assertThat(issues).isNotEmpty();
      assertThat(issues)
          .allSatisfy(
              issue ->
                  assertThat(issue.location().orElseThrow().source().name())
                      .isEqualTo("apis/a/policy.xml"));
    }

    @Test
    void in_references_is_reported() {
      api("a", versioned("v1", "nope"));
      backend("p", "\"pool\": {\"services\": [{\"id\": \"gone\"}]}");
      files.put("policy fragments/f/policyFragmentInformation.json", "{\"properties\": {}}");
      assertThat(read().issues())
          .extracting(EstateReaderTest::line)
          .containsExactly(
              "backends/p/backendInformation.json:1:1: pool member 'gone' is no backend of the folder",
              "policy fragments/f/policy.xml:1:1: fragment 'f' has no policy.xml",
              "apis/a/apiInformation.json:1:55: API 'a' has a version, but no version set 'nope' is"
                  + " there");
    }

    @Test
    void of_the_wrong_root_is_reported() {
      api("a", "\"path\": \"a\"");
      files.put("apis/a/policy.xml", "<fragment />");
      files.put("policy fragments/f/policy.xml", POLICY);
      assertThat(read().issues())
          .extracting(Issue::message)
          .containsExactly(
              "the root element must be <fragment>", "the root element must be <policies>");
    }

    @Test
    void of_an_operation_that_is_not_there_is_a_warning() {
      api("a", "\"path\": \"a\"");
      files.put("apis/a/operations/old/policy.xml", POLICY);
      EstateResult result = read();
      assertThat(result.hasErrors()).isFalse();
      assertThat(result.issues())
          .extracting(EstateReaderTest::line)
          .containsExactly("apis/a/operations/old/policy.xml:1:1: API 'a' has no operation 'old'");
    }

    @Test
    void of_bytes_that_are_no_text_is_reported() {
      Map<String, byte[]> bytes = Map.of("policy.xml", new byte[] {(byte) 0xc3});
      assertThat(EstateReader.read(bytes).issues())
          .extracting(EstateReaderTest::line)
          .containsExactly("policy.xml:1:1: not UTF-8 text");
    }
  }

  @Nested
  class AFolder {
    @TempDir private Path folder;

    @Test
    void that_is_missing_or_has_no_artifacts_is_one_issue() throws IOException {
      assertThat(EstateReader.read(folder.resolve("no")).issues()).hasSize(1);
      Files.writeString(folder.resolve("readme.md"), "hello");
      assertThat(EstateReader.read(folder).issues()).hasSize(1);
    }

    @Test
    void is_read_like_files_in_memory_with_its_name_in_messages() throws IOException {
      api("a", "\"path\": \"a\"");
      files.put("apis/a/policy.xml", "<fragment />");
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      EstateResult result = EstateReader.read(folder);
      assertThat(result.estate().apis()).isEqualTo(read().estate().apis());
      assertThat(result.issues().get(0).location().orElseThrow().toString())
          .isEqualTo(folder + "/apis/a/policy.xml:1:1");
    }

    @Test
    void does_not_show_what_links_lead_to() throws IOException {
      Path secret = Files.writeString(folder.resolve("secret"), POLICY);
      Path estate = Files.createDirectory(folder.resolve("estate"));
      Files.createSymbolicLink(estate.resolve("policy.xml"), secret);
      EstateResult result = EstateReader.read(estate);
      assertThat(result.estate().globalPolicy()).isEmpty();
      assertThat(line(result.issues().get(0)))
          .isEqualTo(estate + "/policy.xml:1:1: a link is not followed");
    }
  }

  /** More than are read ahead at a time, so that threads and batches could mix things up. */
  @Nested
  class ThousandsOfFiles {
    private static final int APIS = 1_500;

    @Test
    void are_in_the_order_of_ids() {
      for (int i = 0; i < APIS; i++) {
        api(id(i), "\"path\": \"" + id(i) + "\"");
        backend("to-" + id(i), "\"url\": \"https://h/" + id(i) + "\"");
        files.put("apis/" + id(i) + "/policy.xml", policyOf(id(i)));
      }
      Estate estate = read().orThrow();
      assertThat(estate.apis())
          .extracting(ApiArtifact::id)
          .containsExactlyElementsOf(ids().toList());
      assertThat(estate.apis())
          .extracting(api -> api.policy().orElseThrow().document().source().text())
          .containsExactlyElementsOf(ids().map(EstateReaderTest::policyOf).toList());
      assertThat(estate.apis())
          .extracting(api -> api.policy().orElseThrow().document().source().name())
          .containsExactlyElementsOf(ids().map(id -> "apis/" + id + "/policy.xml").toList());
      assertThat(estate.backends().values())
          .extracting(backend -> backend.url().orElseThrow())
          .containsExactlyElementsOf(ids().map(id -> BaseUrl.parse("https://h/" + id)).toList());
    }

    @Test
    void have_their_issues_in_the_order_of_files() {
      for (int i = 0; i < APIS; i++) {
        api(id(i), "\"path\": \"" + id(i) + "\"");
        files.put("apis/" + id(i) + "/policy.xml", POLICY.replace("<inbound>", "<" + id(i) + ">"));
        if (i % 3 == 0) {
          files.put("apis/" + id(i) + "/specification.json", "{\"openapi\": 3,}");
        }
      }
      List<String> places =
          read().issues().stream()
              .filter(Issue::isError)
              .map(issue -> issue.location().orElseThrow().source().name())
              .distinct()
              .toList();
      assertThat(places)
          .containsExactlyElementsOf(
              IntStream.range(0, APIS)
                  .boxed()
                  .flatMap(
                      i ->
                          i % 3 == 0
                              ? Stream.of("policy.xml", "specification.json").map(n -> path(i, n))
                              : Stream.of(path(i, "policy.xml")))
                  .toList());
    }

    @Test
    void of_one_broken_text_have_the_issue_once_at_the_first_of_them() {
      for (int i = 0; i < APIS; i++) {
        api(id(i), "\"path\": \"" + id(i) + "\"");
        if (i >= 7) {
          files.put("apis/" + id(i) + "/policy.xml", "<policies><inbound></policies>");
        }
      }
      EstateResult result = read();
      assertThat(result.issues())
          .filteredOn(issue -> issue.code().equals("XML_UNCLOSED_ELEMENT"))
          .extracting(issue -> issue.location().orElseThrow().source().name())
          .containsExactly(path(7, "policy.xml"));
      assertThat(result.estate().apis().get(APIS - 1).policy().orElseThrow().document())
          .isSameAs(result.estate().apis().get(7).policy().orElseThrow().document());
    }

    private static Stream<String> ids() {
      return IntStream.range(0, APIS).mapToObj(ThousandsOfFiles::id);
    }

    private static String id(int i) {
      return String.format(Locale.ROOT, "api%04d", i);
    }

    private static String path(int i, String name) {
      return "apis/" + id(i) + "/" + name;
    }
  }

  @Test
  void a_broken_text_is_reported_where_the_specification_names_it_first() {
    api("a", "\"path\": \"a\"");
    files.put(
        "apis/a/specification.json",
        "{\"openapi\": \"3.0.1\", \"paths\": {\"/x\": {\"get\": {\"operationId\": \"z\"},"
            + " \"put\": {\"operationId\": \"b\"}}}}");
    files.put("apis/a/operations/b/policy.xml", "<policies><inbound></policies>");
    files.put("apis/a/operations/z/policy.xml", "<policies><inbound></policies>");
    assertThat(read().issues())
        .extracting(issue -> issue.location().orElseThrow().source().name())
        .containsOnly("apis/a/operations/z/policy.xml");
  }

  private static String policyOf(String id) {
    return POLICY.replace(
        "<inbound><base />",
        "<inbound><base /><set-backend-service backend-id=\"to-" + id + "\" />");
  }

  private void api(String id, String properties) {
    files.put("apis/" + id + "/apiInformation.json", "{\"properties\": {" + properties + "}}");
    files.put("apis/" + id + "/specification.json", SPECIFICATION);
  }

  private void backend(String id, String properties) {
    files.put(
        "backends/" + id + "/backendInformation.json", "{\"properties\": {" + properties + "}}");
  }

  private void namedValue(String id, String properties) {
    files.put(
        "named values/" + id + "/namedValueInformation.json",
        "{\"properties\": {" + properties + "}}");
  }

  private static String versioned(String version, String set) {
    return "\"path\": \"orders\", \"apiVersion\": \""
        + version
        + "\", \"apiVersionSetId\": \"/apiVersionSets/"
        + set
        + "\"";
  }

  private EstateResult read() {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return EstateReader.read(bytes);
  }

  private static String line(Issue issue) {
    return issue.location().orElseThrow() + ": " + issue.message();
  }
}
