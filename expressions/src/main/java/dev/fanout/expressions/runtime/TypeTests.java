package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** Whether an object is of a type, by the type's full name. */
public final class TypeTests {
  private TypeTests() {}

  /** Is it a value of the type of this name? Null is of none. */
  public static boolean isInstance(@Nullable Object value, String wanted) {
    if (value == null) {
      return false;
    }
    boolean isNullable = wanted.startsWith("System.Nullable<") && wanted.endsWith(">");
    return TypeFacts.isAssignable(
        RuntimeTypes.exactNameOf(value), isNullable ? TypeFacts.arguments(wanted).get(0) : wanted);
  }

  /** A cast from object: null is no value of a value type. */
  public static @Nullable Object cast(@Nullable Object value, String wanted) {
    if (value == null ? TypeFacts.takesNull(wanted) : isInstance(value, wanted)) {
      return value instanceof ClrViewed viewed ? viewed.viewAs(wanted) : value;
    }
    throw Casts.failure(value, wanted);
  }
}
