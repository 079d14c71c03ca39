package dev.fanout.expressions;

import static dev.fanout.expressions.TinyHost.compile;
import static dev.fanout.expressions.TinyHost.issues;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@(contxt.Name) | NAME_NOT_FOUND | contxt | did you mean 'context'?",
        "@(context.name) | MEMBER_NOT_FOUND | name | did you mean 'Name'?",
        "@(context.Name.toUpper()) | MEMBER_NOT_FOUND | toUpper | did you mean 'ToUpper'?",
        "@(File.Exists(\"x\")) | TYPE_NOT_ALLOWED | File |",
        "@(System.IO.File.Exists(\"x\")) | TYPE_NOT_ALLOWED | System.IO.File |",
        "@(System.Environment.Exit(1)) | TYPE_NOT_ALLOWED | System.Environment |",
        "@(context.Name.GetType().Assembly) | MEMBER_NOT_FOUND | Assembly |",
        "@(context.Name == 42) | OPERATOR_MISMATCH | context.Name == 42 |",
        "@(int.MaxValue + 1) | CONSTANT_OVERFLOW | int.MaxValue + 1 |",
        "@(1 +) | EXPRESSION_EXPECTED | |",
        "@(\"a) | EXPRESSION_UNTERMINATED | @(\"a) |",
        "@(1; 2) | SYNTAX_ERROR | ; |",
        "@{ if (context.Count > 0) { return 1; } } | RETURN_MISSING | |",
        "@{ int n; return n; } | NOT_ASSIGNED | n |",
        "@{ switch (context.Count) { case 1: context.Body.Read(); default: return 1; } } | CASE_FALLS_THROUGH | case 1: |",
        "@{ string s = context.Values[\"x\"]; return s; } | TYPE_MISMATCH | context.Values[\"x\"] | a cast does it: (string)…",
      })
  void a_mistake_is_named_where_it_stands(
      String expression, String code, String where, String hint) {
    Issue issue = issues(expression).get(0);

    assertThat(issue.code()).isEqualTo(code);
    assertThat(issue.location().orElseThrow().text()).isEqualTo(where == null ? "" : where);
    if (hint != null) {
      assertThat(issue.hint()).contains(hint);
    }
  }

  @Nested
  class WhenTheDocumentHasAnotherText {
    @Test
    void a_mistake_behind_a_named_value_is_found_in_the_document() {
      SourceText document = SourceText.of("policy.xml", "<x a=\"@(\"{{name}}\" + contxt)\"/>");
      Compilation compilation =
          TinyHost.COMPILER.compile(
              document.span(6, 28), "@(\"a long replacement\" + contxt)", ExpressionTarget.STRING);

      assertThat(compilation.issues())
          .singleElement()
          .satisfies(
              issue -> assertThat(issue.location().orElseThrow().text()).isEqualTo("contxt"));
    }

    @Test
    void a_mistake_within_the_replacement_is_the_whole_piece() {
      SourceText document = SourceText.of("policy.xml", "@({{code}} + 1)");
      Compilation compilation =
          TinyHost.COMPILER.compile(document.span(), "@(contxt + 1)", ExpressionTarget.STRING);

      assertThat(compilation.issues().get(0).location().orElseThrow().text()).isEqualTo("{{code}}");
    }
  }

  @Nested
  class Targets {
    @Test
    void a_condition_is_a_bool_by_its_static_type() {
      assertThat(compile("@(context.Count > 0)", ExpressionTarget.BOOLEAN).expression())
          .isPresent();
      assertThat(compile("@(context.Values[\"x\"])", ExpressionTarget.BOOLEAN).issues())
          .singleElement()
          .satisfies(issue -> assertThat(issue.code()).isEqualTo("CONDITION_NOT_BOOLEAN"));
    }

    @Test
    void a_text_is_what_tostring_gives_and_null_stays_null() {
      TinyHost context = TinyHost.of(null, Map.of());
      assertThat(text("@(context.Count == 0)", context)).isEqualTo("True");
      assertThat(text("@(1.50m)", context)).isEqualTo("1.50");
      assertThat(text("@(context.Name)", context)).isNull();
      assertThat(text("@(null)", context)).isNull();
    }

    private Object text(String expression, TinyHost context) {
      return compile(expression, ExpressionTarget.STRING)
          .expression()
          .orElseThrow()
          .evaluate(context);
    }
  }

  @Test
  void equal_texts_share_their_code() {
    assertThat(compile("@(context.Name + 1)", ExpressionTarget.STRING).expression())
        .isEqualTo(compile("@(context.Name + 1)", ExpressionTarget.STRING).expression());
  }

  @Test
  void the_bodies_that_are_read_are_known() {
    assertThat(bodies("@(context.Body.Read())")).isEqualTo(Set.of(MessageBody.REQUEST));
    assertThat(bodies("@{ var b = context.Body; return b.Read(); }"))
        .isEqualTo(Set.of(MessageBody.REQUEST));
    assertThat(bodies("@(context.Body == null)")).isEmpty();
  }

  private static Set<MessageBody> bodies(String expression) {
    return compile(expression, ExpressionTarget.OBJECT).expression().orElseThrow().readsBodies();
  }

  @Nested
  class Bounds {
    @Test
    void deep_nesting_is_refused() {
      String deep = "@(" + "(".repeat(2_000) + "1" + ")".repeat(2_000) + ")";
      assertThat(issues(deep).get(0).code()).isEqualTo("EXPRESSION_TOO_DEEP");
    }

    @Test
    void a_long_chain_is_refused_and_one_within_the_limit_runs() {
      assertThat(issues("@(\"a\"" + " + context.Name".repeat(1_000) + ")").get(0).code())
          .isEqualTo("EXPRESSION_TOO_DEEP");
      assertThat(TinyHost.value("@(\"a\"" + " + context.Name".repeat(390) + ")"))
          .isEqualTo("a" + "name".repeat(390));
    }

    @Test
    void a_long_literal_is_one_text() {
      String long_text = "x".repeat(100_000);
      assertThat(TinyHost.value("@(context.Name + \"" + long_text + "\")"))
          .isEqualTo("name" + long_text);
    }
  }
}
