package dev.fanout.expressions;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Meter;
import dev.fanout.expressions.runtime.Text;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions that need no host. */
final class CSharp {
  /** No clock that a busy machine could meet. */
  private static final ExpressionLimits LIMITS =
      new ExpressionLimits(10_000_000, Duration.ofMinutes(1));

  private CSharp() {}

  static @Nullable Object value(String expression) {
    Compilation compilation = compile(expression);
    if (compilation.expression().isEmpty()) {
      throw new AssertionError(expression + " does not compile: " + compilation.issues());
    }
    Meter meter = Fence.begin(LIMITS);
    try {
      return compilation.expression().get().evaluate(TinyHost.of("", Map.of()));
    } finally {
      Fence.end(meter);
    }
  }

  static String text(String expression) {
    return String.valueOf(Text.of(value(expression)));
  }

  /** The type and text of the exception that it ends with. */
  static String failure(String expression) {
    return String.valueOf(catchThrowableOfType(ExpressionFailure.class, () -> value(expression)));
  }

  static boolean compiles(String expression) {
    return compile(expression).expression().isPresent();
  }

  private static Compilation compile(String expression) {
    return TinyHost.COMPILER.compile(
        SourceText.of("test", expression).span(), ExpressionTarget.OBJECT);
  }
}
