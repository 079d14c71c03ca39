package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** {@code &} and {@code |} of {@code bool?}: null is what could be either. */
public final class ThreeValued {
  private ThreeValued() {}

  public static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
    if (isFalse(left) || isFalse(right)) {
      return Boxes.box(false);
    }
    return left == null || right == null ? null : Boxes.box(true);
  }

  public static @Nullable Boolean or(@Nullable Boolean left, @Nullable Boolean right) {
    if (isTrue(left) || isTrue(right)) {
      return Boxes.box(true);
    }
    return left == null || right == null ? null : Boxes.box(false);
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return value != null && value;
  }

  private static boolean isFalse(@Nullable Boolean value) {
    return value != null && !value;
  }
}
