package dev.fanout.expressions.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@code MidpointRounding}. */
final class Rounding {
  private static final int MOST_DIGITS = 15;

  private Rounding() {}

  static RoundingMode of(int mode) {
    return switch (mode) {
      case 0 -> RoundingMode.HALF_EVEN;
      case 1 -> RoundingMode.HALF_UP;
      case 2 -> RoundingMode.DOWN;
      case 3 -> RoundingMode.FLOOR;
      case 4 -> RoundingMode.CEILING;
      default ->
          throw Failures.argument(
              "The value '" + mode + "' is not valid for this usage of the type MidpointRounding.",
              "mode");
    };
  }

  /** Scales, rounds and scales back in binary arithmetic, as .NET does: 2.345 to 2 gives 2.35. */
  static double round(double value, int digits, int mode) {
    RoundingMode rounding = of(mode);
    if (digits < 0 || digits > MOST_DIGITS) {
      throw Failures.outOfRange("Rounding digits must be between 0 and 15, inclusive.", "digits");
    }
    if (!(Math.abs(value) < 1e16)) {
      return value;
    }
    double power = Math.pow(10, digits);
    return whole(value * power, rounding) / power;
  }

  static float round(float value, int digits, int mode) {
    RoundingMode rounding = of(mode);
    if (digits < 0 || digits > 6) {
      throw Failures.outOfRange("Rounding digits must be between 0 and 6, inclusive.", "digits");
    }
    if (!(Math.abs(value) < 1e8f)) {
      return value;
    }
    float power = (float) Math.pow(10, digits);
    return (float) whole(value * power, rounding) / power;
  }

  static double whole(double value, RoundingMode mode) {
    return switch (mode) {
      case HALF_EVEN -> Math.rint(value);
      case HALF_UP -> awayFromZero(value);
      case DOWN -> value < 0 ? Math.ceil(value) : Math.floor(value);
      case FLOOR -> Math.floor(value);
      default -> Math.ceil(value);
    };
  }

  private static double awayFromZero(double value) {
    if (!(Math.abs(value) < 0x1p52)) {
      return value;
    }
    double rounded = new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).doubleValue();
    return rounded == 0 ? Math.copySign(0, value) : rounded;
  }
}
