package dev.fanout.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases are in {@code url-composition.json}; adding one needs no Java. */
final class UrlCompositionTest {
  private static final JsonNode CASES = cases();

  @TestFactory
  Stream<DynamicTest> joins_base_and_rest() {
    return each(
        "join",
        c ->
            assertThat(UrlComposition.join(text(c, "base"), text(c, "rest")))
                .isEqualTo(text(c, "path")));
  }

  @TestFactory
  Stream<DynamicTest> rewrites_path_and_query() {
    return each(
        "rewrite",
        c -> {
          Map<String, String> matched = new LinkedHashMap<>();
          c.path("matched")
              .properties()
              .forEach(e -> matched.put(e.getKey(), e.getValue().asText()));
          Set<String> keys = new HashSet<>();
          c.path("operationQuery").forEach(key -> keys.add(key.asText()));
          RewriteOutcome outcome =
              UrlComposition.rewrite(
                  new RewriteTemplate(text(c, "template"), c.path("expression").asBoolean(false)),
                  matched,
                  keys,
                  c.has("query") ? text(c, "query") : null,
                  c.path("copy").asBoolean(true));
          RewriteOutcome expected =
              c.has("unknown")
                  ? new RewriteOutcome.UnknownParameter(text(c, "unknown"))
                  : new RewriteOutcome.Rewritten(PathAndQuery.of(text(c, "target")));
          assertThat(outcome).isEqualTo(expected);
        });
  }

  @TestFactory
  Stream<DynamicTest> composes_the_upstream_target() {
    return each(
        "composed",
        c ->
            assertThat(UrlComposition.compose(text(c, "base"), PathAndQuery.of(text(c, "target"))))
                .hasToString(text(c, "url")));
  }

  @TestFactory
  Stream<DynamicTest> sets_query_parameters() {
    return each(
        "set",
        c -> {
          List<String> values = new ArrayList<>();
          c.path("values").forEach(value -> values.add(value.asText()));
          assertThat(
                  RawQuery.set(
                      c.has("query") ? text(c, "query") : null,
                      text(c, "name"),
                      values,
                      RawQuery.ExistsAction.valueOf(text(c, "action"))))
              .isEqualTo(c.has("result") ? text(c, "result") : null);
        });
  }

  @Nested
  class ABaseUrl {
    @Test
    void is_taken_apart() {
      assertThat(BaseUrl.parse("HTTPS://Mock.Example:8443/api/"))
          .isEqualTo(new BaseUrl("https", "mock.example", 8443, "Mock.Example:8443", "/api/"));
      assertThat(BaseUrl.parse("http://h").port()).isEqualTo(80);
      assertThat(BaseUrl.parse("https://[::1]/x").host()).isEqualTo("[::1]");
    }

    @Test
    void must_be_absolute_and_plain() {
      for (String url : List.of("", "/api", "ftp://h", "http://", "http://u@h", "http://h/?a=1")) {
        assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.parse(url));
      }
    }
  }

  @Nested
  class ARawName {
    @Test
    void is_decoded_as_utf8_and_keeps_stray_percent_signs() {
      assertThat(RawQuery.decode("%C3%BC+%2f%zz%4")).isEqualTo("ü /%zz%4");
    }
  }

  private static Stream<DynamicTest> each(String group, Check check) {
    List<JsonNode> all = StreamSupport.stream(CASES.path(group).spliterator(), false).toList();
    assertThat(all).isNotEmpty();
    return all.stream().map(c -> DynamicTest.dynamicTest(text(c, "case"), () -> check.accept(c)));
  }

  private interface Check {
    void accept(JsonNode c);
  }

  private static String text(JsonNode c, String field) {
    JsonNode value = c.get(field);
    assertThat(value).as("field '%s' of %s", field, c).isNotNull();
    return value.asText();
  }

  private static JsonNode cases() {
    try (InputStream in = UrlCompositionTest.class.getResourceAsStream("url-composition.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
