package dev.fanout.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.SourceText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class OpenApiReaderTest {
  private static final String YAML =
      """
      openapi: 3.0.1
      info: {title: t, version: "1"}
      paths:
        /x/{id}:
          parameters:
            - {name: id, in: path, required: true}
            - $ref: '#/components/parameters/tenant'
          get:
            operationId: Get.X
            parameters:
              - {name: expand, in: query}
          post: {}
        x-note: ignored
      x-ms-paths:
        /x?op=list:
          get: {operationId: list}
      components:
        parameters:
          tenant: {name: tenant, in: query, required: true}
      """;

  @Test
  void reads_methods_in_order_and_required_query_parameters_as_part_of_the_template() {
    assertThat(read("spec.yaml", YAML).operations())
        .extracting(o -> o.id() + " " + o.method() + " " + o.urlTemplate())
        .containsExactly(
            "Get-X GET /x/{id}?tenant={tenant}",
            "post-x-id POST /x/{id}?tenant={tenant}",
            "list GET /x?op=list");
    assertThat(read("spec.yaml", YAML).issues()).isEmpty();
  }

  @Test
  void leaves_query_parameters_out_when_the_api_says_so() {
    assertThat(OpenApiReader.read(SourceText.of("spec.yaml", YAML), false).operations().get(0))
        .extracting(OpenApiOperation::urlTemplate)
        .isEqualTo("/x/{id}");
  }

  @Test
  void points_at_the_method() {
    OpenApiOperation post = read("spec.yaml", YAML).operations().get(1);
    assertThat(post.span()).hasToString("spec.yaml:12:5");
    assertThat(post.span().text()).isEqualTo("post");
  }

  @Test
  void reads_swagger_2_json_with_tabs() {
    String json =
        "{\n\t\"swagger\": \"2.0\",\n\t\"paths\": {\"/a\": {\"get\": {\"parameters\": [{\"$ref\":"
            + " \"#/parameters/q~1\"}]}}},\n\t\"parameters\": {\"q/\": {\"name\": \"q\", \"in\":"
            + " \"query\", \"required\": true}}\n}";
    OpenApiReader.Result result = read("specification.json", json);
    assertThat(result.issues()).isEmpty();
    assertThat(result.operations())
        .extracting(OpenApiOperation::urlTemplate)
        .containsExactly("/a?q={q}");
    assertThat(result.operations().get(0).span()).hasToString("specification.json:3:19");
  }

  @Nested
  class ABrokenDocument {
    @Test
    void is_one_issue_with_its_place() {
      assertThat(read("s.json", "{\"openapi\": \"3.0.1\",\n \"paths\": {]}").issues())
          .singleElement()
          .satisfies(
              issue -> assertThat(issue.location().orElseThrow().position().line()).isEqualTo(2));
      assertThat(read("s.yaml", "a: [").issues()).hasSize(1);
    }

    @Test
    void that_is_something_else_says_so() {
      assertThat(read("s.yaml", "a: b").issues().get(0).message())
          .startsWith("not an OpenAPI document");
      assertThat(read("s.json", "").issues().get(0).message()).isEqualTo("the document is empty");
    }

    @Test
    void with_a_reference_to_nowhere_or_to_itself_ends() {
      String loop = "openapi: 3.0.1\npaths:\n  /a: {$ref: '#/paths/~1a'}\n  /b: {$ref: '#/no'}\n";
      assertThat(read("s.yaml", loop).issues().get(0).message())
          .isEqualTo("'#/no' is not in the document");
    }

    @Test
    void that_nests_deeply_is_an_issue() {
      assertThat(read("s.json", "[".repeat(100_000)).issues()).hasSize(1);
    }
  }

  private static OpenApiReader.Result read(String name, String text) {
    return OpenApiReader.read(SourceText.of(name, text));
  }
}
