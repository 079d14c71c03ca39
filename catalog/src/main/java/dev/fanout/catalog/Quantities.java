package dev.fanout.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit, as {@code fanout.yaml} and the command line write them. */
public final class Quantities {
  private static final Pattern DURATION =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(us|µs|ms|s|m|h)");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)%");

  private Quantities() {}

  /**
   * {@code 25us}, {@code 0.5ms}, {@code 2s}, {@code 1m}, {@code 1h}.
   *
   * @throws IllegalArgumentException with a text for users
   */
  public static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration like 25us, 500ms, 2s, 5m or 1h");
    }
    BigDecimal nanos =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanosOf(matcher.group(2))));
    return Duration.ofNanos(nanos.longValue());
  }

  /**
   * {@code 10%} as 0.1.
   *
   * @throws IllegalArgumentException with a text for users
   */
  public static double share(String text) {
    Matcher matcher = PERCENT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a percentage like 10% or 0.1%");
    }
    return new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue();
  }

  private static long nanosOf(String unit) {
    return switch (unit) {
      case "us", "µs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> throw new IllegalStateException(unit);
    };
  }
}
