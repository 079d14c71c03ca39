package dev.fanout.expressions.runtime;

import java.util.UUID;

/** {@code default(T)} of value types that are objects on the JVM. */
public final class Defaults {
  private static final UUID EMPTY_GUID = new UUID(0, 0);

  private Defaults() {}

  public static Object of(String fullName) {
    return switch (fullName) {
      case "System.Decimal" -> Decimal.ZERO;
      case "System.Guid" -> EMPTY_GUID;
      case "System.DateTime" -> DateTime.MIN_VALUE;
      case "System.TimeSpan" -> TimeSpan.ZERO;
      default -> throw new IllegalArgumentException(fullName);
    };
  }
}
