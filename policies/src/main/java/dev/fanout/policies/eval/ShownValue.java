package dev.fanout.policies.eval;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.RuntimeTypes;
import dev.fanout.expressions.runtime.Text;
import dev.fanout.expressions.runtime.xml.XNode;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value as people and golden files see it.
 *
 * @param type the .NET type's name; empty for null
 * @param value one line that says all: invariant text, dates in round-trip form, bytes as base64
 * @param json tokens, collections, tuples and anonymous objects as compact JSON
 * @param text what {@code ToString()} gives, which is what a policy would insert
 */
public record ShownValue(
    Optional<String> type, Optional<String> value, Optional<String> json, Optional<String> text) {
  /** {@code SaveOptions.DisableFormatting}. */
  private static final int UNFORMATTED = 1;

  private static final ShownValue NULL =
      new ShownValue(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Reads a lazy sequence to its end.
   *
   * @throws ExpressionFailure what reading it throws
   */
  public static ShownValue of(@Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    try {
      return ofObject(value);
    } catch (RuntimeException | StackOverflowError e) {
      ExpressionFailure failure = Failures.ofJvm(e);
      if (failure == null) {
        throw e;
      }
      throw failure;
    }
  }

  private static ShownValue ofObject(Object value) {
    boolean structure = JsonForm.isStructure(value);
    return new ShownValue(
        Optional.of(RuntimeTypes.nameOf(value)),
        structure ? Optional.empty() : Optional.of(line(value)),
        structure ? Optional.of(JsonForm.of(value)) : Optional.empty(),
        Optional.ofNullable(Text.of(value)));
  }

  /** Is the value a string or a character, so that quotes around it tell more? */
  boolean isText() {
    return type.filter(name -> name.equals("System.String") || name.equals("System.Char"))
        .isPresent();
  }

  private static String line(Object value) {
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof Boolean flag) {
      return flag.toString();
    }
    if (value instanceof DateTimeOffset time) {
      return time.toString("o");
    }
    if (value instanceof DateTime time) {
      return time.toString("o");
    }
    if (value instanceof XNode node) {
      return node.toString(UNFORMATTED);
    }
    return String.valueOf(Text.of(value));
  }
}
