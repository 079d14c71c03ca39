package dev.fanout.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.codegen.PlainCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FenceTest {
  private static final TinyHost HOST = TinyHost.of("name", Map.of());

  private static Object value(String expression, ExpressionLimits limits) {
    return new ExpressionCompiler(TinyHost.TYPES, limits)
        .compile(SourceText.of("test", expression).span(), ExpressionTarget.OBJECT)
        .expression()
        .orElseThrow()
        .evaluate(HOST);
  }

  private static final ExpressionLimits FEW = new ExpressionLimits(5_000, Duration.ofMinutes(10));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@{ while (true) { } }",
        "@{ for (;;) { } }",
        "@{ again: goto again; }",
        "@{ int n = 1; switch (n) { case 1: goto case 1; default: return 2; } }",
        "@{ do { try { continue; } finally { } } while (true); }",
        "@{ while (true) { try { while (true) { } } catch (Exception) { } } }",
        "@{ while (true) { try { while (true) { } } catch { } finally { while (true) { } } } }",
        "@{ try { while (true) { } } catch (Exception e) when (e.Message != null) { return 1; } }",
      })
  void a_loop_without_end_is_stopped_and_nothing_catches_that(String expression) {
    assertThatThrownBy(() -> value(expression, FEW))
        .isInstanceOfSatisfying(
            ExpressionFailure.class, failure -> assertThat(failure.isFence()).isTrue())
        .hasToString(
            "System.TimeoutException: The expression took more than 5000 steps and was stopped.");
  }

  @Test
  void steps_are_counted_from_new_for_each_evaluation() {
    for (int i = 0; i < 3; i++) {
      assertThat(value("@{ int n = 0; for (int i = 0; i < 4000; i++) { n++; } return n; }", FEW))
          .isEqualTo(4000);
    }
  }

  @Test
  void the_clock_stops_what_takes_long() {
    ExpressionLimits short_ = new ExpressionLimits(Long.MAX_VALUE, Duration.ofMillis(1));

    assertThatThrownBy(() -> value("@{ while (true) { } }", short_))
        .hasMessage("The expression took longer than 1 ms and was stopped.");
  }

  @Test
  void a_string_that_grows_without_end_is_stopped() {
    ExpressionLimits many = new ExpressionLimits(1_000_000, Duration.ofMinutes(10));

    assertThatThrownBy(
            () ->
                value(
                    "@{ var s = \"x\"; try { while (true) { s += s; } } catch { return 1; } }",
                    many))
        .isInstanceOfSatisfying(
            ExpressionFailure.class, failure -> assertThat(failure.isFence()).isTrue())
        .hasMessageContaining("more than the 16777216");
  }

  @Test
  void an_array_has_a_largest_size() {
    assertThatThrownBy(() -> value("@(new int[int.MaxValue].Length)", FEW))
        .hasMessageContaining("more than the 4194304");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@{ int F(int n) { return F(n + 1); } return F(0); }",
        "@{ int F(int n) { try { return F(n + 1); } catch { return 0; } } return F(0); }",
        "@{ Func<int, int> f = null; f = n => f(n + 1); return f(0); }",
        "@{ Func<int, int> f = null; f = n => new[] { n }.Select(x => f(x)).First(); return f(0); }",
      })
  void a_function_that_calls_itself_without_end_is_stopped(String expression) {
    assertThatThrownBy(() -> value(expression, FEW))
        .isInstanceOfSatisfying(
            ExpressionFailure.class,
            failure -> {
              assertThat(failure.isFence()).isTrue();
              assertThat(failure.typeName())
                  .isIn("System.InsufficientExecutionStackException", "System.TimeoutException");
            });
  }

  @Test
  void a_catch_goes_back_to_the_depth_of_its_function() {
    ExpressionLimits many = new ExpressionLimits(1_000_000, Duration.ofMinutes(10));

    assertThat(
            value(
                "@{ int F(int n) { if (n == 0) throw new Exception(); return F(n - 1); } int c = 0;"
                    + " for (int i = 0; i < 50; i++) { try { F(100); } catch { c++; } } return c; }",
                many))
        .isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@(Enumerable.Range(0, 1000000000).Sum(x => (long)x))",
        "@(Enumerable.Range(0, 100000).SelectMany(x => Enumerable.Range(0, 100000)).Count())",
        "@{ var l = new List<int> { 1 }; while (true) { l.AddRange(l); } }",
        "@(string.Concat(Enumerable.Repeat(\"x\", 2000000000)))",
        "@(new string('x', 2000000000).Length)",
        "@{ var b = new System.Text.StringBuilder(); while (true) { b.Append(\"abc\"); } }",
      })
  void work_of_the_library_is_counted_too(String expression) {
    assertThatThrownBy(
            () -> value(expression, new ExpressionLimits(200_000, Duration.ofMinutes(10))))
        .isInstanceOfSatisfying(
            ExpressionFailure.class, failure -> assertThat(failure.isFence()).isTrue());
  }

  @Nested
  class WhenAnExpressionEndsSoonByItself {
    private final TinyHost host = TinyHost.of("x".repeat(300_000), Map.of());

    private CompiledExpression compiled(String expression, ExpressionLimits limits) {
      return new ExpressionCompiler(TinyHost.TYPES, limits)
          .compile(SourceText.of("test", expression).span(), ExpressionTarget.STRING)
          .expression()
          .orElseThrow();
    }

    @Test
    void its_copies_are_never_those_of_another_evaluation() {
      CompiledExpression twice =
          compiled(
              "@(context.Name + context.Name)",
              new ExpressionLimits(PlainCode.MOST_STEPS, Duration.ofNanos(1)));

      for (int i = 0; i < 300; i++) {
        assertThat((String) twice.evaluate(host)).hasSize(600_000);
      }
    }

    @Test
    void a_small_allowance_holds_for_it_too() {
      CompiledExpression twice = compiled("@(context.Name + context.Name)", FEW);
      TinyHost larger = TinyHost.of("x".repeat(1_000_000), Map.of());

      assertThatThrownBy(() -> twice.evaluate(larger))
          .hasMessage("The expression took more than 5000 steps and was stopped.");
    }

    @Test
    void a_text_has_a_largest_size_all_the_same() {
      CompiledExpression twice =
          compiled("@(context.Name + context.Name)", ExpressionLimits.DEFAULT);
      TinyHost largest = TinyHost.of("x".repeat(1 << 24), Map.of());

      assertThatThrownBy(() -> twice.evaluate(largest))
          .hasMessageContaining("more than the 16777216");
    }

    @Test
    void many_copies_are_counted() {
      ExpressionLimits short_ = new ExpressionLimits(PlainCode.MOST_STEPS, Duration.ofNanos(1));

      assertThatThrownBy(
              () ->
                  compiled("@{ var s = context.Name; s += s; s += s; s += s; return s; }", short_)
                      .evaluate(host))
          .isInstanceOfSatisfying(
              ExpressionFailure.class, failure -> assertThat(failure.isFence()).isTrue());
    }
  }
}
