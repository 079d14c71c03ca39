package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.ClrUInt64;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.TimeSpan;
import dev.fanout.expressions.runtime.Uri;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order of the values of two tokens, by a kind; what cannot be of that kind is an error. */
final class ValueComparison {
  private static final double EPSILON = 2.2204460492503131E-16;

  private ValueComparison() {}

  static int compare(int kind, @Nullable Object left, @Nullable Object right) {
    if (left == right) {
      return 0;
    }
    if (right == null) {
      return 1;
    }
    if (left == null) {
      return -1;
    }
    return switch (kind) {
      case JTokenType.INTEGER -> integers(left, right);
      case JTokenType.FLOAT -> floats(left, right);
      case JTokenType.COMMENT, JTokenType.STRING, JTokenType.RAW ->
          Convertible.toText(left).compareTo(Convertible.toText(right));
      case JTokenType.BOOLEAN ->
          Boolean.compare(Convertible.toBoolean(left), Convertible.toBoolean(right));
      case JTokenType.DATE -> dates(left, right);
      case JTokenType.BYTES -> bytes((byte[]) left, right);
      case JTokenType.GUID -> guids((UUID) left, right);
      case JTokenType.TIME_SPAN -> spans((TimeSpan) left, right);
      case JTokenType.URI -> uris(left, right);
      default ->
          throw Failures.outOfRange("Unexpected value type: " + JTokenType.name(kind), "valueType");
    };
  }

  private static int integers(Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return Long.compare(a, b);
    }
    if (left instanceof BigInteger || right instanceof BigInteger) {
      return bigIntegers(left, right);
    }
    if (isExact(left) || isExact(right)) {
      return Convertible.toDecimal(left).compareTo(Convertible.toDecimal(right));
    }
    if (Convertible.isFloat(left) || Convertible.isFloat(right)) {
      return reals(left, right);
    }
    return Long.compare(
        Convertible.toInteger(left, NumberKind.INT64),
        Convertible.toInteger(right, NumberKind.INT64));
  }

  private static int floats(Object left, Object right) {
    if (left instanceof BigInteger || right instanceof BigInteger) {
      return bigIntegers(left, right);
    }
    if (isExact(left) || isExact(right)) {
      return Convertible.toDecimal(left).compareTo(Convertible.toDecimal(right));
    }
    return reals(left, right);
  }

  private static boolean isExact(Object value) {
    return value instanceof ClrUInt64 || value instanceof Decimal;
  }

  private static int bigIntegers(Object left, Object right) {
    return exact(left).compareTo(exact(right));
  }

  private static BigDecimal exact(Object value) {
    if (Convertible.isInteger(value)) {
      return new BigDecimal(Convertible.bigInteger(value));
    }
    if (value instanceof Decimal d) {
      return d.value();
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        throw Failures.overflow("BigInteger cannot represent infinity.");
      }
      return new BigDecimal(number);
    }
    if (value instanceof String s) {
      String digits = s.strip();
      if (!digits.matches("[+-]?[0-9]{1,2000}")) {
        throw Failures.format("The value could not be parsed.");
      }
      return new BigDecimal(digits);
    }
    throw Convertible.invalid(value, "BigInteger");
  }

  /** Nearly equal is equal, as JavaScript numbers come out of sums. */
  private static int reals(Object left, Object right) {
    double a = Convertible.toDouble(left);
    double b = Convertible.toDouble(right);
    if (a == b) {
      return 0;
    }
    double tolerance = (Math.abs(a) + Math.abs(b) + 10.0) * EPSILON;
    double difference = a - b;
    if (-tolerance < difference && tolerance > difference) {
      return 0;
    }
    // .NET puts NaN before everything.
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Boolean.compare(Double.isNaN(b), Double.isNaN(a));
    }
    return Double.compare(a, b);
  }

  private static int dates(Object left, Object right) {
    if (left instanceof DateTime a) {
      return a.compareTo(
          right instanceof DateTimeOffset b ? b.dateTime() : Convertible.toDateTime(right));
    }
    return offset(left).compareTo(offset(right));
  }

  private static DateTimeOffset offset(Object date) {
    return date instanceof DateTimeOffset offset
        ? offset
        : DateTimeOffset.create(Convertible.toDateTime(date));
  }

  private static int bytes(byte[] left, Object right) {
    if (!(right instanceof byte[] other)) {
      throw Failures.argument("Object must be of type byte[].", null);
    }
    int byLength = Integer.compare(left.length, other.length);
    return byLength != 0 ? byLength : java.util.Arrays.compareUnsigned(left, other);
  }

  private static int guids(UUID left, Object right) {
    if (!(right instanceof UUID other)) {
      throw Failures.argument("Object must be of type Guid.", null);
    }
    int high = Long.compareUnsigned(left.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(left.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  private static int spans(TimeSpan left, Object right) {
    if (!(right instanceof TimeSpan other)) {
      throw Failures.argument("Object must be of type TimeSpan.", null);
    }
    return Long.compare(left.ticks(), other.ticks());
  }

  private static int uris(Object left, Object right) {
    if (!(right instanceof Uri)) {
      throw Failures.argument("Object must be of type Uri.", null);
    }
    return Convertible.toText(left).compareTo(Convertible.toText(right));
  }
}
