package dev.fanout.artifacts.explain;

import static dev.fanout.artifacts.explain.EstateBuilder.inbound;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class UpstreamFinderTest {
  private final EstateBuilder builder =
      new EstateBuilder()
          .backend("shared", "\"url\": \"https://shared.example/api/\"")
          .backend("spare", "\"url\": \"https://spare.example\"")
          .backend(
              "pool",
              "\"type\": \"Pool\", \"pool\": {\"services\": [{\"id\": \"/backends/shared\"},"
                  + " {\"id\": \"/backends/spare\"}]}");

  @Nested
  class TheUrl {
    @Test
    void is_the_web_service_url_and_the_operation() {
      assertThat(upstream()).isEqualTo("GET https://service.example/base/things/{id}");
    }

    @Test
    void is_the_backend_entity_and_the_rewritten_path() {
      builder
          .api(inbound("<set-backend-service backend-id=\"SHARED\" />"))
          .operation(inbound("<rewrite-uri template=\"/v2/thing?key={id}\" />"));
      assertThat(upstream()).isEqualTo("GET https://shared.example/api/v2/thing?key={id}");
      assertThat(known().by())
          .containsExactly(
              "backend 'shared' by apis/a/policy.xml:4",
              "path by rewrite-uri at apis/a/operations/op/policy.xml:4");
    }

    @Test
    void has_a_named_value_in_it() {
      builder
          .namedValue("host", "https://h.example", false)
          .namedValue("root", "v9", false)
          .api(
              inbound(
                  "<set-backend-service base-url=\"{{host}}/x\" /><rewrite-uri template=\"/{{root}}/{id}\" />"));
      assertThat(upstream()).isEqualTo("GET https://h.example/x/v9/{id}");
    }

    @Test
    void comes_from_a_fragment_too() {
      builder
          .fragment(
              "f", "<set-backend-service backend-id=\"spare\" /><set-method>POST</set-method>")
          .api(inbound("<include-fragment fragment-id=\"f\" />"));
      assertThat(upstream()).isEqualTo("POST https://spare.example/things/{id}");
      assertThat(known().by()).contains("backend 'spare' by policy fragments/f/policy.xml:1");
    }

    @Test
    void is_one_for_each_member_of_a_pool() {
      builder.api(inbound("<set-backend-service backend-id=\"pool\" />"));
      assertThat(known().urls())
          .containsExactly(
              "https://shared.example/api/things/{id}", "https://spare.example/things/{id}");
    }

    @Test
    void keeps_an_entity_of_an_outer_scope_over_a_base_url() {
      builder
          .api(inbound("<set-backend-service backend-id=\"shared\" />"))
          .operation(inbound("<set-backend-service base-url=\"https://other.example\" />"));
      assertThat(upstream()).isEqualTo("GET https://shared.example/api/things/{id}");
      assertThat(operation().remarks())
          .containsExactly(
              "base-url at apis/a/operations/op/policy.xml:4 has no effect:"
                  + " an outer scope chose a Backend entity");
    }

    @Test
    void of_a_template_with_a_query_keeps_it() {
      builder.operation("get", "/things?kind={kind}");
      assertThat(upstream()).isEqualTo("GET https://service.example/base/things?kind={kind}");
      builder.operation(inbound("<rewrite-uri template=\"/all/{kind}\" />"));
      assertThat(upstream()).isEqualTo("GET https://service.example/base/all/{kind}");
    }

    @Test
    void is_decided_by_the_last_word() {
      builder.api(
          inbound(
              "<choose><when condition=\"true\"><set-backend-service backend-id=\"spare\" /></when></choose>"
                  + "<set-backend-service backend-id=\"shared\" />"));
      assertThat(upstream()).isEqualTo("GET https://shared.example/api/things/{id}");
    }
  }

  @Nested
  class ItTakesARequest {
    @Test
    void when_an_expression_decides() {
      builder.api(
          inbound(
              "<set-backend-service backend-id=\"@(context.Api.Id)\" />\n"
                  + "<rewrite-uri template=\"@(context.Request.Url.Path)\" />"));
      assertThat(upstream())
          .isEqualTo(
              "an expression at apis/a/policy.xml:4 chooses the backend;"
                  + " an expression at apis/a/policy.xml:5 gives the path");
    }

    @Test
    void when_a_condition_decides() {
      builder.api(
          inbound(
              "<choose><when condition=\"true\"><rewrite-uri template=\"/x\" /></when></choose>"));
      assertThat(upstream()).isEqualTo("choose at apis/a/policy.xml:4 decides the path");
    }

    @Test
    void when_a_secret_is_the_base_url() {
      builder
          .namedValue("host", "https://h.example", true)
          .api(inbound("<set-backend-service base-url=\"{{host}}\" />"));
      assertThat(upstream())
          .isEqualTo("a named value that is not shown gives the base URL at apis/a/policy.xml:4");
    }

    @Test
    void when_the_backend_is_not_in_the_folder() {
      builder.api(inbound("<set-backend-service backend-id=\"gone\" />"));
      assertThat(upstream())
          .isEqualTo("backend 'gone' at apis/a/policy.xml:4 is not in the folder");
    }
  }

  @Nested
  class NothingIsSent {
    @Test
    void when_a_policy_answers() {
      builder.api(inbound("<return-response />"));
      assertThat(upstream()).isEqualTo("return-response at apis/a/policy.xml:4 answers instead");
    }

    @Test
    void when_nothing_forwards() {
      builder.api("<policies><inbound><base/></inbound><backend></backend></policies>");
      assertThat(upstream()).isEqualTo("the effective backend section has no forward-request");
    }

    @Test
    void when_the_template_names_what_the_operation_does_not_have() {
      builder.api(inbound("<rewrite-uri template=\"/x/{nope}\" />"));
      assertThat(upstream())
          .isEqualTo(
              "rewrite-uri at apis/a/policy.xml:4 fails: 'nope' is no parameter of /things/{id}");
    }

    @Test
    void when_no_backend_is_named() {
      builder.file("apis/a/apiInformation.json", "{\"properties\": {\"path\": \"a\"}}");
      assertThat(upstream())
          .isEqualTo("the API has no web service URL, and no policy chooses a backend");
    }
  }

  @Nested
  class Remarks {
    @Test
    void name_what_may_answer_or_change_the_query() {
      builder.api(
          inbound(
              "<cache-lookup />\n<set-query-parameter name=\"q\"><value>1</value></set-query-parameter>\n"
                  + "<choose><when condition=\"true\"><return-response /></when></choose>"));
      assertThat(operation().remarks())
          .containsExactly(
              "the cache may answer instead: apis/a/policy.xml:4",
              "query parameter 'q' is changed at apis/a/policy.xml:5",
              "choose at apis/a/policy.xml:6 may answer instead");
    }

    @Test
    void say_when_forwarding_is_a_matter_of_a_condition() {
      builder.api(
          "<policies><backend><choose><when condition=\"true\"><forward-request /></when></choose></backend></policies>");
      assertThat(operation().remarks())
          .containsExactly("choose at apis/a/policy.xml:1 decides whether anything is sent");
    }

    @Test
    void are_not_needed_for_a_retry() {
      builder.api(
          "<policies><backend><retry condition=\"true\" count=\"1\" interval=\"1\"><forward-request /></retry></backend></policies>");
      assertThat(upstream()).isEqualTo("GET https://service.example/base/things/{id}");
      assertThat(operation().remarks()).isEmpty();
    }
  }

  private ExplainedOperation operation() {
    return builder.explain().operations().get(0);
  }

  private Upstream.Known known() {
    return (Upstream.Known) operation().upstream();
  }

  private String upstream() {
    Upstream upstream = operation().upstream();
    if (upstream instanceof Upstream.Known known) {
      return known.method() + " " + String.join(" ", known.urls());
    }
    return upstream instanceof Upstream.NotSent notSent
        ? notSent.why()
        : ((Upstream.Depends) upstream).why();
  }
}
