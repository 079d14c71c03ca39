package dev.fanout.expressions;

import static dev.fanout.expressions.TinyHost.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
  @Nested
  class Switch {
    @Test
    void takes_the_first_case_whose_pattern_and_filter_match() {
      String block =
          """
          @{
            var log = "";
            foreach (object o in new object[] { 5, 50, "", "abc", null, 2.5, DayOfWeek.Friday }) {
              switch (o) {
                case int n when n > 10: log += "large;"; break;
                case int n: log += n + ";"; break;
                case string s when s.Length == 0: log += "blank;"; break;
                case string s: log += s + ";"; break;
                case DayOfWeek.Friday: log += "friday;"; break;
                case null: log += "null;"; break;
                case var other: log += other.GetType().Name + ";"; break;
              }
            }
            return log;
          }\
          """;
      assertThat(value(block)).isEqualTo("5;large;blank;abc;null;Double;friday;");
    }

    @Test
    void goes_from_case_to_case() {
      assertThat(
              value(
                  "@{ var s = \"\"; switch (3) { case 1: s += 1; break; case 3: s += 3; goto case 1;"
                      + " default: s += 'd'; break; } return s; }"))
          .isEqualTo("31");
      assertThat(
              value(
                  "@{ string k = null; switch (k) { case \"a\": case null: goto default; default:"
                      + " return \"d\"; } }"))
          .isEqualTo("d");
    }

    @Test
    void that_covers_everything_needs_no_return_behind_it() {
      assertThat(
              value(
                  "@{ bool b = context.Count == 0; switch (b) { case true: return 1; case false: return 2; } }"))
          .isEqualTo(1);
      assertThat(
              value(
                  "@{ object o = 1; switch (o) { case null: return 1; case object x: return 2; } }"))
          .isEqualTo(2);
    }

    @Test
    void shares_declarations_between_its_sections() {
      assertThat(
              value(
                  "@{ switch (2) { case 1: var t = \"a\"; return t; default: t = \"b\"; return t; }"
                      + " }"))
          .isEqualTo("b");
    }
  }

  @Nested
  class Patterns {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "(object)5 is int n && n == 5 | true",
          "(object)5 is long | false",
          "(object)5L is 5 | false",
          "(object)\"a\" is \"a\" | true",
          "(object)5 is int? | true",
          "null is object | false",
          "(object)null is var v && v == null | true",
          "(object)new[] { 1 } is int[] a && a.Length == 1 | true",
          "(object)new[] { \"a\" } is object[] | true",
          "(object)new int?[1] is int?[] | true",
          "context.Count is 0 | true",
          "\"a\" is int | false",
          "(object)DayOfWeek.Friday is DayOfWeek d && d > DayOfWeek.Monday | true",
          "(object)1.50m is decimal m && m == 1.5m | true",
        })
    void match_by_type_and_value(String expression, boolean matches) {
      if (expression.startsWith("null is")) {
        assertThat(value("@((object)" + expression + ")")).isEqualTo(matches);
      } else {
        assertThat(value("@(" + expression + ")")).isEqualTo(matches);
      }
    }

    @Test
    void name_what_is_known_behind_an_if_that_leaves() {
      assertThat(value("@{ object o = 4; if (!(o is int n)) return -1; return n; }")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "((object)5 as string) ?? \"none\" | none",
          "((object)\"a\" as string) ?? \"none\" | a",
          "\"\" + (((object)5 as int?) + 1) | 6",
          "\"\" + ((object)5L as int?).HasValue | False",
        })
    void as_gives_null_for_another_type(String expression, String text) {
      assertThat(value("@(" + expression + ")")).isEqualTo(text);
    }
  }

  @Nested
  class Goto {
    @Test
    void leaves_loops_and_goes_back() {
      assertThat(
              value(
                  "@{ int i = 0, j; again: for (j = 0; j < 9; j++) { if (++i % 5 == 0) goto out_;"
                      + " if (j > 2) goto again; } out_: return i * 10 + j; }"))
          .isEqualTo(50);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@{ object o = 1; switch (o) { case int n: return 1; case int m: return 2; } return 3; }",
        "@{ object o = 1; switch (o) { case object x: return 1; case string s: return 2; } return 3; }",
        "@{ switch (1) { case 1: case 1: return 1; } return 2; }",
        "@{ switch (1) { case \"a\": return 1; } return 2; }",
        "@{ switch (1) { default: return 1; default: return 2; } }",
        "@{ int k = 1; switch (1) { case k: return 1; } return 2; }",
        "@{ switch (1) { case 1: goto case 2; } return 2; }",
        "@{ goto case 1; }",
        "@{ string s = \"a\"; switch (s) { case int n: return n; } return 2; }",
        "@{ int x; switch (context.Count) { case 0: x = 1; break; } return x; }",
        "@(\"a\" is int n)",
        "@(5 is int? n)",
        "@(5 is \"a\")",
        "@(5 as int)",
        "@{ if (\"a\" is string s && s.Length > 0) { } return s; }",
        "@{ while (!(\"a\" is string s)) { } return s; }",
        "@{ goto nowhere; }",
        "@{ a: a: return 1; }",
        "@{ { inner: ; } goto inner; }",
        "@{ try { } finally { goto out_; } out_: return 1; }",
        "@{ var a = 1, b = 2; return a; }",
        "@{ const var a = 1; return a; }",
        "@{ unsafe { return 1; } }",
        "@{ yield return 1; }",
        "@{ int* p = null; return 1; }",
        "@{ dynamic d = 1; return d; }",
        "@(await context)",
        "@(1 switch { 1 => 2, _ => 3 })",
        "@{ int? x = null; x ??= 5; return x; }",
        "@{ var a = new[] { 1 }; return a[^1]; }",
        "@{ var a = new[] { 1 }; return a[0..1]; }",
        "@{ using var r = new System.IO.StringReader(\"a\"); return 1; }",
        "@{ System.Exception e = new(); return e; }",
        "@{ static int F() => 1; return F(); }",
        "@(\"a\" is not null)",
        "@(5 is > 3)",
        "@(\"abc\" is { Length: 3 })",
        "@(\"a\"!.Length)",
        "@{ string? s = null; return s; }",
        "@(\"\"\"raw\"\"\")",
      })
  void what_csharp_7_3_refuses_is_refused(String expression) {
    assertThat(TinyHost.issues(expression)).isNotEmpty();
  }
}
