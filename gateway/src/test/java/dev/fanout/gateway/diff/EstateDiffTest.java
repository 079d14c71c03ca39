package dev.fanout.gateway.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Topology;
import dev.fanout.gateway.TestCatalogs;
import dev.fanout.gateway.estate.CompileOptions;
import dev.fanout.gateway.trace.RequestTracer;
import dev.fanout.gateway.trace.TraceRequest;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstateDiffTest {

  @Nested
  class TheSame {

    @ParameterizedTest
    @EnumSource(
        value = Topology.class,
        names = {"PER_API", "SERVICE_URL", "BASE_URL_NAMED_VALUE"})
    void shared_backend_sends_what_the_others_send(Topology other) {
      DiffResult result =
          compare(TestCatalogs.awkward(), Topology.SHARED_BACKEND, TestCatalogs.awkward(), other);
      assertThat(new DiffTable("shared-backend", other.id(), true).render(result))
          .startsWith("A  shared-backend\nB  " + other.id() + "\n\nSAME ");
      assertThat(result.isSame()).isTrue();
      assertThat(result.operations()).isEqualTo(7 * 5);
    }

    @Test
    void probes_cover_what_estates_trip_over() {
      DiffResult result =
          compare(
              TestCatalogs.awkward(),
              Topology.SHARED_BACKEND,
              TestCatalogs.awkward(),
              Topology.PER_API);
      Set<ProbeKind> kinds =
          result.rows().stream().map(row -> row.probe().kind()).collect(Collectors.toSet());
      assertThat(kinds).isEqualTo(EnumSet.allOf(ProbeKind.class));
      String requests =
          result.rows().stream()
              .map(row -> row.probe().request().toString())
              .collect(Collectors.joining("\n"));
      assertThat(requests)
          .contains("GET /same/v1/items/p1?k=1&k=2&empty=&novalue&plus=x+y&slash=%2F")
          .contains("GET /same/v1/items/a%2Fb+c%20d")
          .contains("GET /same/v1/items/p1/")
          .contains("GET /SAME/V1/ITEMS/p1")
          .contains("GET /public/orders;rev=1/items/p1")
          .contains("GET /public/orders;rev=2/items/p1")
          .contains("GET /head/items/p1, Api-Version: 1")
          .contains("GET /quer/items/p1?api-version=1&k=1")
          .contains("GET /seg/v2/search?q=v1");
    }

    @Test
    void a_fragment_under_another_name_is_the_same() {
      Map<String, byte[]> files =
          TestCatalogs.files(TestCatalogs.published(3), Topology.SHARED_BACKEND);
      Estate renamed = estate(rename(files, "hand-made"), UnaryOperator.identity());
      assertThat(EstateDiff.compare(estate(files, t -> t), renamed, CompileOptions.STRICT).isSame())
          .isTrue();
    }
  }

  @Nested
  class Different {

    @Test
    void the_published_shared_side_doubles_the_path_of_every_operation() {
      DiffResult result =
          compare(
              TestCatalogs.published(100),
              Topology.PUBLISHED_SHARED,
              TestCatalogs.published(100),
              Topology.PER_API);
      assertThat(result.isSame()).isFalse();
      assertThat(result.differentOperations()).isEqualTo(100);
      String table = new DiffTable("published-shared", "per-api", false).render(result);
      assertThat(table)
          .contains("DIFFERENT upstream requests for 100 of 100 operations")
          .contains("GET /svc001/v1/resource/{id}\n")
          .contains(
              "    A  GET http://127.0.0.1:7071/api/echo/api/echo/svc001/v1/resource/p1\n"
                  + "    B  GET http://127.0.0.1:7071/api/echo/svc001/v1/resource/p1\n")
          .contains("…and 99 more like this");
      assertThat(new DiffTable("a", "b", true).render(result))
          .contains("GET http://127.0.0.1:7071/api/echo/svc100/v1/resource/p1\n")
          .doesNotContain("more like this");
    }

    @Test
    void a_hand_edited_fragment_under_another_name_is_found() {
      Map<String, byte[]> files =
          TestCatalogs.files(TestCatalogs.published(3), Topology.SHARED_BACKEND);
      Estate edited =
          estate(
              rename(files, "hand-made"),
              text -> text.replace("template=\"@(", "template=\"@(\"/api/echo\" + "));
      DiffResult result = EstateDiff.compare(estate(files, t -> t), edited, CompileOptions.STRICT);
      assertThat(result.isSame()).isFalse();
      assertThat(result.differentOperations()).isEqualTo(3);
      assertThat(result.rows().get(0).differences()).containsExactly(Aspect.URL);
    }

    @Test
    void operations_of_one_side_only_are_listed() {
      DiffResult result =
          compare(
              TestCatalogs.published(3),
              Topology.SHARED_BACKEND,
              TestCatalogs.published(2),
              Topology.SHARED_BACKEND);
      assertThat(result.isSame()).isFalse();
      assertThat(result.onlyInA())
          .extracting(PublicOperation::toString)
          .isEqualTo(List.of("GET /svc03/v1/resource/{id}"));
      assertThat(result.onlyInB()).isEmpty();
    }

    @Test
    void a_timeout_and_a_header_are_differences() {
      Map<String, byte[]> files = TestCatalogs.files(TestCatalogs.published(1), Topology.PER_API);
      Estate slower =
          estate(
              files,
              text ->
                  text.contains("<inbound>")
                      ? """
                        <policies>
                          <inbound>
                            <set-backend-service backend-id="%s"/>
                            <set-header name="X-Extra"><value>1</value></set-header>
                          </inbound>
                          <backend><forward-request timeout="7"/></backend>
                        </policies>
                        """
                          .formatted(backendId(files))
                      : text);
      DiffResult result = EstateDiff.compare(estate(files, t -> t), slower, CompileOptions.STRICT);
      assertThat(result.rows().get(0).differences())
          .containsExactly(Aspect.HEADERS, Aspect.TIMEOUT);
      assertThat(new DiffTable("a", "b", false).render(result))
          .contains("B  + x-extra: 1;")
          .contains("      A  300000 ms\n      B  7000 ms\n");
    }
  }

  @Nested
  class WithSecrets {
    private static final String SECRET = "s3cr3t/v+lue";

    @Test
    void credentials_of_an_entity_are_named_and_hidden() {
      Estate one = withCredentials("http://h/one", SECRET);
      Estate two = withCredentials("http://h/two", SECRET);
      String table = table(one, two, CompileOptions.STRICT);
      assertThat(table)
          .contains("A  GET http://h/one/svc01/v1/resource/p1?code=(secret)\n")
          .contains("GET http://h/two/svc01/v1/resource/p1?k=1&k=2")
          .contains("&slash=%2F&code=(secret)\n");
      assertThatNothingShows(table);
    }

    @Test
    void a_difference_in_a_secret_alone_is_found_and_said() {
      Estate one = withCredentials("http://h/one", SECRET);
      Estate two = withCredentials("http://h/one", SECRET + "2");
      String table = table(one, two, CompileOptions.STRICT);
      assertThat(table)
          .contains("DIFFERENT upstream requests for 1 of 1 operations")
          .contains("(they differ in what is not shown: a secret value, or an earlier call)");
      assertThatNothingShows(table);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Authorization",
          "Cookie",
          "x-functions-key",
          "X-Api-Key",
          "X-Amz-Security-Token"
        })
    void fields_that_carry_credentials_are_hidden_whoever_sets_them(String field) {
      String table = table(plain(), policy(setHeader(field, SECRET)), CompileOptions.STRICT);
      assertThat(table).contains("+ " + field.toLowerCase(Locale.ROOT) + ": (secret)");
      assertThatNothingShows(table);
    }

    @Test
    void the_value_of_a_secret_named_value_is_hidden_wherever_it_stands() {
      CompileOptions options = CompileOptions.STRICT.withNamedValues(Map.of("inner", SECRET));
      Estate other =
          policy(
              setHeader("X-Note", "a {{inner}} z")
                  + "<rewrite-uri template=\"/x/{{inner}}\" copy-unmatched-params=\"false\"/>"
                  + "<set-query-parameter name=\"q\"><value>{{inner}}</value></set-query-parameter>");
      String table = table(plain(), other, options);
      assertThat(table)
          .contains("+ x-note: a (secret) z")
          .contains("/x/(secret)?")
          .contains("q=(secret)");
      assertThatNothingShows(table);
    }

    @Test
    void the_value_of_a_secret_named_value_is_in_no_message_of_a_failure() {
      CompileOptions options = CompileOptions.STRICT.withNamedValues(Map.of("inner", SECRET));
      Estate estate =
          policy(
              "<set-variable name=\"n\" value=\"{{inner}}\"/>"
                  + setHeader("X-N", "@(int.Parse((string)context.Variables[\"n\"]).ToString())"));
      String path = estate.apis().get(0).path();
      String message =
          new RequestTracer(estate, options)
              .trace(TraceRequest.of("GET", "/" + path + "/resource/1"))
              .error()
              .orElseThrow()
              .message();
      assertThat(message).contains("'(secret)'");
      assertThatNothingShows(message);
    }

    private static void assertThatNothingShows(String table) {
      assertThat(table).doesNotContain("s3cr3t").doesNotContain("lue2");
    }

    private static String table(Estate a, Estate b, CompileOptions options) {
      return new DiffTable("a", "b", true).render(EstateDiff.compare(a, b, options));
    }

    private static Map<String, byte[]> files() {
      return new TreeMap<>(TestCatalogs.files(TestCatalogs.published(1), Topology.PER_API));
    }

    private static Estate plain() {
      return estate(files(), text -> text);
    }

    private static Estate policy(String steps) {
      return estate(
          files(),
          text -> text.replaceFirst("<base ?/>", Matcher.quoteReplacement("<base/>" + steps)));
    }

    private static String setHeader(String name, String value) {
      return "<set-header name=\"" + name + "\"><value>" + value + "</value></set-header>";
    }

    private static Estate withCredentials(String url, String secret) {
      Map<String, byte[]> files = files();
      String file = "backends/" + backendId(files) + "/backendInformation.json";
      assertThat(files).containsKey(file);
      files.put(
          file,
          """
          {"properties": {"url": "%1$s/svc01/v1", "protocol": "http", "credentials": {
            "query": {"code": ["%2$s"]}, "header": {"X-Own": ["%2$s"]},
            "authorization": {"scheme": "Bearer", "parameter": "%2$s"}}}}
          """
              .formatted(url, secret)
              .getBytes(StandardCharsets.UTF_8));
      return estate(files, text -> text);
    }
  }

  @Test
  void apis_that_want_a_subscription_key_are_compared_behind_the_gate() {
    Map<String, byte[]> files = TestCatalogs.files(TestCatalogs.published(1), Topology.PER_API);
    Map<String, byte[]> locked = new TreeMap<>(files);
    locked.replaceAll(
        (path, bytes) ->
            path.endsWith("apiInformation.json")
                ? new String(bytes, StandardCharsets.UTF_8)
                    .replaceFirst(
                        "\"subscriptionRequired\" *: *false", "\"subscriptionRequired\": true")
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
    Estate a = estate(locked, t -> t);
    assertThat(a.apis().get(0).subscriptionRequired()).isTrue();
    Estate b =
        estate(
            locked,
            text -> text.replaceFirst("<base ?/>", "<base/><rewrite-uri template=\"/other\"/>"));
    assertThat(EstateDiff.compare(a, b, CompileOptions.STRICT).isSame()).isFalse();
  }

  private static String backendId(Map<String, byte[]> files) {
    return files.keySet().stream()
        .filter(path -> path.startsWith("backends/"))
        .map(path -> path.split("/")[1])
        .findFirst()
        .orElseThrow();
  }

  private static DiffResult compare(Catalog a, Topology inA, Catalog b, Topology inB) {
    return EstateDiff.compare(
        TestCatalogs.estate(a, inA), TestCatalogs.estate(b, inB), CompileOptions.STRICT);
  }

  /** The estate after an edit of every policy document. */
  private static Estate estate(Map<String, byte[]> files, UnaryOperator<String> edit) {
    Map<String, byte[]> edited = new TreeMap<>();
    files.forEach(
        (path, bytes) ->
            edited.put(
                path,
                path.endsWith(".xml")
                    ? edit.apply(new String(bytes, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)
                    : bytes));
    return EstateReader.read(edited).orThrow();
  }

  /** Gives every fragment another id, in its folder and in what includes it. */
  private static Map<String, byte[]> rename(Map<String, byte[]> files, String newId) {
    Map<String, byte[]> renamed = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          renamed.put(
              path.replaceAll("^policy fragments/[^/]+/", "policy fragments/" + newId + "/"),
              text.replaceAll("fragment-id=\"[^\"]*\"", "fragment-id=\"" + newId + "\"")
                  .getBytes(StandardCharsets.UTF_8));
        });
    return renamed;
  }
}
