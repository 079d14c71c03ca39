package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Nested
  class OneExpression {
    @Test
    void shows_type_and_value() {
      assertThat(eval("@(1 + 2.5)")).isZero();
      assertThat(out).hasToString("type    System.Double\nvalue   3.5\n");
    }

    @Test
    void shows_the_text_where_it_differs_and_what_was_traced() {
      assertThat(eval("@{ context.Trace(\"so\\nfar\"); return true; }")).isZero();
      assertThat(out)
          .hasToString(
              "type    System.Boolean\nvalue   true\ntext    \"True\"\ntrace   \"so\\nfar\"\n");
    }

    @Test
    void knows_null() {
      assertThat(eval("@(context.Product?.Name)")).isZero();
      assertThat(out).hasToString("type    null\n");
    }

    @Test
    void sees_the_context_of_a_document() throws IOException {
      Path context =
          file(
              "context.json",
              """
              {"request": {"url": "https://a.example/b?c=d", "headers": {"X-A": ["1", "2"]}},
               "variables": {"n": 3, "since": {"type": "DateTime", "value": "2026-03-14T09:26:53Z"}}}
              """);

      assertThat(
              eval(
                  "@(context.Request.Url.Path + context.Request.Headers.GetValueOrDefault(\"x-a\")"
                      + " + (int)context.Variables[\"n\"])",
                  "--context",
                  context.toString()))
          .isZero();
      assertThat(out.toString()).contains("value   \"/b1,23\"");
    }

    @Test
    void is_json_for_scripts() {
      assertThat(eval("--json", "@(\"a\\\"b\")")).isZero();
      assertThat(out)
          .hasToString(
              """
              {
                "schema" : "fanout-eval/1",
                "type" : "System.String",
                "value" : "a\\"b",
                "text" : "a\\"b"
              }
              """);
    }

    @Test
    void may_stand_in_a_file_with_named_values() throws IOException {
      Path expression = file("e.txt", "\n  @(\"{{host}}\".Length)\n");

      assertThat(eval("--file", expression.toString(), "--named-value", "host=abc")).isZero();
      assertThat(out.toString()).contains("value   3\n");
    }

    @Test
    void does_not_show_what_named_values_put_in() {
      assertThat(eval("@({{key}}.Length + 1)", "--named-value", "key=hunter2"))
          .isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains("{{key}}").doesNotContain("hunter2");
    }

    @Test
    void does_not_show_them_in_the_message_of_an_exception_either() {
      assertThat(eval("@(int.Parse(\"{{key}}\"))", "--named-value", "key=hunter2"))
          .isEqualTo(ExitCode.DIFFERENT);
      assertThat(out.toString()).contains("(secret)").doesNotContain("hunter2");
    }

    @Test
    void that_throws_has_its_exception_and_exit_code_10() {
      assertThat(eval("@(context.Product.Name)")).isEqualTo(ExitCode.DIFFERENT);
      assertThat(out)
          .hasToString(
              "throws  System.NullReferenceException\n"
                  + "message \"Object reference not set to an instance of an object.\"\n");
    }

    @Test
    void that_does_not_compile_is_shown_with_line_and_caret() {
      assertThat(eval("@(context.Reqest.Method)")).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString())
          .contains("expression:1:")
          .contains("    1 | @(context.Reqest.Method)")
          .contains("^^^^^^")
          .contains("did you mean 'Request'?");
      assertThat(out).hasToString("");
    }

    @Test
    void is_an_expression_and_no_file_of_arguments() throws IOException {
      Path arguments = file("arguments", "--help");

      assertThat(eval("@" + arguments)).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains("an expression starts with '@(' or '@{'");
    }
  }

  @Nested
  class AContextDocument {
    @Test
    void with_mistakes_is_refused_with_all_of_them() throws IOException {
      Path context =
          file("context.json", "{\n  \"requst\": {},\n  \"response\": {\"statusCode\": \"OK\"}\n}");

      assertThat(eval("@(1)", "--context", context.toString())).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString())
          .contains("context.json:2:3: error: 'requst' is no member of the context")
          .contains("did you mean 'request'?")
          .contains(
              "context.json:3:30: error: 'statusCode' of the response is a whole number, not a"
                  + " text");
    }

    @Test
    void that_is_no_json_is_refused_with_its_place() throws IOException {
      Path context = file("context.json", "{\n  \"request\": {,}\n}");

      assertThat(eval("@(1)", "--context", context.toString())).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains("context.json:2:").contains("EVAL_NOT_JSON");
    }

    @Test
    void that_is_missing_is_the_environments_fault() {
      assertThat(eval("@(1)", "--context", folder.resolve("none.json").toString()))
          .isEqualTo(ExitCode.ENVIRONMENT);
    }
  }

  @Nested
  class GoldenRows {
    @Test
    void that_all_pass_exit_0() throws IOException {
      Path rows =
          file(
              "rows.json",
              """
              [{"id": "a", "context": "c", "expression": "@(context.Request.Method)",
                "type": "System.String", "value": "PUT"},
               {"id": "b", "context": "c", "expression": "@(context.Response.StatusCode)",
                "throws": "System.NullReferenceException", "message": "anything"},
               {"id": "c", "context": "c", "expression": "@(1 + true)",
                "compileErrors": ["CS0019"], "messages": ["no"]},
               {"expression": "@(1)", "compiles": true}]
              """);
      file("c.json", "{\"request\": {\"method\": \"PUT\"}}");

      assertThat(eval("--vectors", rows.toString(), "--contexts", folder.toString())).isZero();
      assertThat(out.toString())
          .endsWith("rows.json     4 rows:    4 passed,    0 failed,    0 unsupported\n");
    }

    @Test
    void that_come_out_otherwise_are_shown_and_exit_10() throws IOException {
      Path rows =
          file(
              "rows.json",
              """
              [{"id": "sum", "expression": "@(1 + 2)", "type": "System.Int32", "value": 4},
               {"id": "kind", "expression": "@(1 + 2)", "type": "System.Int64", "value": 3},
               {"id": "text", "expression": "@(true)", "type": "System.Boolean", "value": true,
                "text": "true"},
               {"id": "liquid", "template": "{{ body.a }}", "body": "{}", "text": "x"}]
              """);

      assertThat(eval("--vectors", rows.toString())).isEqualTo(ExitCode.DIFFERENT);
      assertThat(out.toString())
          .contains("rows.json: sum failed\n")
          .contains("  expected System.Int32 \"4\"\n  got      System.Int32 \"3\"\n")
          .contains("  expected System.Int64 \"3\"\n  got      System.Int32 \"3\"\n")
          .contains("  expected System.Boolean \"true\"\n")
          .contains("0 passed");
    }

    @Test
    void can_be_chosen_by_id() throws IOException {
      Path rows =
          file(
              "rows.json",
              """
              [{"id": "good", "expression": "@(1)", "type": "System.Int32", "value": 1},
               {"id": "bad", "expression": "@(1)", "type": "System.Int32", "value": 2}]
              """);

      assertThat(eval("--vectors", rows.toString(), "--id", "good")).isZero();
    }

    @Test
    void need_their_contexts_and_known_members() throws IOException {
      Path rows =
          file(
              "rows.json",
              "[{\"id\": \"a\", \"context\": \"c\", \"expression\": \"@(1)\", \"type\": null,"
                  + " \"value\": null}]");
      Path unknown = file("unknown.json", "[{\"id\": \"a\", \"expresion\": \"@(1)\"}]");

      assertThat(eval("--vectors", rows.toString())).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString()).contains("name their folder with --contexts");
      assertThat(eval("--vectors", unknown.toString())).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString())
          .contains("'expresion' is no member of a row")
          .contains("a row has 'expression'");
    }
  }

  private int eval(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "eval";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Fanout.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
