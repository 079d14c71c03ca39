package dev.fanout.expressions;

import static dev.fanout.expressions.TinyHost.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExceptionTest {
  private static final TinyHost NOBODY = TinyHost.of(null, Map.of("n", 7));

  @Nested
  class Catch {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "1 / (context.Count - 1) + \"\" | System.DivideByZeroException: Attempted to divide by zero.",
          "context.Name.Trim() | System.NullReferenceException: Object reference not set to an instance of an object.",
          "\"\" + (new int[1])[context.Count] | System.IndexOutOfRangeException: Index was outside the bounds of the array.",
          "(string)context.Values[\"n\"] | System.InvalidCastException: Unable to cast object of type 'System.Int32' to type 'System.String'.",
          "\"\" + int.Parse(\"x\") | System.FormatException: The input string 'x' was not in a correct format.",
        })
    void sees_what_the_jvm_throws_as_dotnets(String expression, String text) {
      assertThat(
              value(
                  "@{ try { return "
                      + expression
                      + "; } catch (Exception e) { return e.ToString(); } }",
                  NOBODY))
          .isEqualTo(text);
    }

    @Test
    void takes_the_first_clause_whose_type_and_filter_fit() {
      String block =
          """
          @{
            var log = "";
            for (int i = 0; i < 4; i++) {
              try {
                if (i == 0) throw new FormatException("f");
                if (i == 1) throw new ArgumentNullException("p");
                if (i == 2) throw new InvalidOperationException("7");
                throw new OverflowException();
              }
              catch (FormatException) { log += "format;"; continue; }
              catch (ArgumentException e) when (e.ParamName == "q") { log += "q;"; }
              catch (ArgumentException e) when (e.ParamName == "p") { log += e.Message + ";"; }
              catch (ArithmeticException e) { log += e.Message; break; }
              catch { log += "other;"; }
            }
            return log;
          }\
          """;
      assertThat(value(block))
          .isEqualTo(
              "format;Value cannot be null. (Parameter 'p');other;Arithmetic operation resulted in"
                  + " an overflow.");
    }

    @Test
    void a_filter_that_throws_is_false() {
      assertThat(
              value(
                  "@{ try { throw new Exception(\"a\"); } catch (Exception) when (context.Name.Length"
                      + " > 0) { return 1; } catch { return 2; } }",
                  NOBODY))
          .isEqualTo(2);
    }

    @Test
    void what_no_clause_takes_goes_on() {
      assertThatThrownBy(
              () ->
                  value(
                      "@{ try { return int.Parse(\"x\"); } catch (ArithmeticException) { return 0; }"
                          + " }"))
          .hasMessageContaining("'x'");
    }

    @Test
    void can_throw_again_and_wrap() {
      assertThat(
              value(
                  "@{ try { try { throw new FormatException(\"in\"); } catch (Exception e) { throw new"
                      + " InvalidOperationException(\"out\", e); } } catch (Exception e) { return"
                      + " e.Message + e.InnerException.Message + (e.InnerException is FormatException)"
                      + " + e.GetBaseException().Message; } }"))
          .isEqualTo("outinTruein");
      assertThatThrownBy(
              () ->
                  value(
                      "@{ try { throw new FormatException(\"in\"); } catch (FormatException) { throw;"
                          + " } }"))
          .hasToString("System.FormatException: in");
    }
  }

  @Nested
  class Finally {
    @Test
    void runs_on_every_way_out() {
      String block =
          """
          @{
            var log = "";
            for (int i = 0; i < 5; i++) {
              try {
                try {
                  if (i == 0) continue;
                  if (i == 1) throw new Exception("x");
                  if (i == 3) break;
                  log += "end";
                }
                finally { log += "a" + i; }
              }
              catch (Exception e) { log += e.Message; }
              finally { log += "b"; }
            }
            return log;
          }\
          """;
      assertThat(value(block)).isEqualTo("a0ba1xbenda2ba3b");
    }

    @Test
    void runs_after_the_value_is_computed() {
      assertThat(
              value(
                  "@{ int n = 1; int[] seen = new int[1]; try { try { return n + seen[0]; } finally {"
                      + " n = 5; seen[0]++; } } finally { n = 9; } }"))
          .isEqualTo(1);
    }

    @Test
    void replaces_what_was_thrown() {
      assertThatThrownBy(
              () -> value("@{ try { throw new Exception(\"a\"); } finally { int.Parse(\"x\"); } }"))
          .hasMessageContaining("'x'");
    }

    @Test
    void gives_values_that_are_sure_afterwards() {
      assertThat(value("@{ int n; try { context.Name.Trim(); } finally { n = 3; } return n; }"))
          .isEqualTo(3);
    }

    @Test
    void is_passed_by_goto() {
      assertThat(
              value(
                  "@{ var s = \"\"; int i = 0; again: try { if (i++ < 2) goto again; goto done; }"
                      + " finally { s += i; } done: return s; }"))
          .isEqualTo("123");
    }
  }

  @Nested
  class ThrowExpression {
    @Test
    void stands_for_any_value() {
      assertThatThrownBy(
              () -> value("@(context.Name ?? throw new InvalidOperationException(\"no\"))", NOBODY))
          .hasToString("System.InvalidOperationException: no");
      assertThat(value("@(context.Count == 0 ? 5 : throw new Exception())")).isEqualTo(5);
      assertThatThrownBy(() -> value("@{ throw null; }"))
          .hasMessage("Object reference not set to an instance of an object.");
    }
  }

  @Nested
  class Texts {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "new Exception() | Exception of type 'System.Exception' was thrown.",
          "new Exception(null) | Exception of type 'System.Exception' was thrown.",
          "new ArgumentException(\"m\", \"p\") | m (Parameter 'p')",
          "new ArgumentOutOfRangeException(\"p\") | Specified argument was out of the range of valid values. (Parameter 'p')",
          "new ArgumentNullException(\"p\", \"m\") | m (Parameter 'p')",
          "new NotImplementedException() | The method or operation is not implemented.",
          "new System.Collections.Generic.KeyNotFoundException() | The given key was not present in the dictionary.",
        })
    void are_dotnets(String expression, String message) {
      assertThat(value("@(" + expression.replace("(null)", "((string)null)") + ".Message)"))
          .isEqualTo(message);
    }

    @Test
    void show_the_inner_exception() {
      assertThat(value("@(\"\" + new Exception(\"a\", new FormatException(\"b\")))"))
          .isEqualTo(
              "System.Exception: a\n ---> System.FormatException: b\n"
                  + "   --- End of inner exception stack trace ---");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@{ throw; }",
        "@{ throw \"a\"; }",
        "@{ try { return 1; } catch (string) { return 2; } }",
        "@{ try { return 1; } catch (Exception) { return 2; } catch (FormatException) { return 3; } }",
        "@{ try { return 1; } finally { return 2; } }",
        "@{ int n; try { n = 1; } catch { } return n; }",
        "@{ try { int.Parse(\"\"); } catch { return 2; } }",
        "@(throw new Exception())",
        "@{ while (true) { try { } finally { break; } } }",
        "@{ using (var a = \"x\") { return 1; } }",
      })
  void what_csharp_refuses_is_refused(String expression) {
    assertThat(TinyHost.issues(expression)).isNotEmpty();
  }
}
