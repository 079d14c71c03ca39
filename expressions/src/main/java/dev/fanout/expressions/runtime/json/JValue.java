package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Boxes;
import dev.fanout.expressions.runtime.ClrConvertible;
import dev.fanout.expressions.runtime.ClrFormattable;
import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.EnumValue;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Formats;
import dev.fanout.expressions.runtime.RuntimeTypes;
import dev.fanout.expressions.runtime.TimeSpan;
import dev.fanout.expressions.runtime.Uri;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code JValue}: a boxed C# value with its kind. Equal by kind and value. */
public class JValue extends JToken implements Comparable<JValue>, ClrConvertible, ClrFormattable {
  private int type;
  private @Nullable Object value;

  JValue(@Nullable Object value, int type) {
    this.value = value;
    this.type = type;
  }

  public static JValue create(@Nullable JValue other) {
    if (other == null) {
      throw Failures.nullReference();
    }
    return new JValue(other.value, other.type);
  }

  public static JValue create(long value) {
    return new JValue(Boxes.box(value), JTokenType.INTEGER);
  }

  public static JValue createUnsigned(long value) {
    return new JValue(Boxes.boxUInt64(value), JTokenType.INTEGER);
  }

  public static JValue create(Decimal value) {
    return new JValue(value, JTokenType.FLOAT);
  }

  public static JValue create(char value) {
    return new JValue(Boxes.box(value), JTokenType.STRING);
  }

  public static JValue create(double value) {
    return new JValue(Boxes.box(value), JTokenType.FLOAT);
  }

  public static JValue create(float value) {
    return new JValue(Boxes.box(value), JTokenType.FLOAT);
  }

  public static JValue create(DateTime value) {
    return new JValue(value, JTokenType.DATE);
  }

  public static JValue create(DateTimeOffset value) {
    return new JValue(value, JTokenType.DATE);
  }

  public static JValue create(@Nullable Uri value) {
    return new JValue(value, value == null ? JTokenType.NULL : JTokenType.URI);
  }

  public static JValue create(boolean value) {
    return new JValue(Boxes.box(value), JTokenType.BOOLEAN);
  }

  /** Of kind string also for null. */
  public static JValue create(@Nullable String value) {
    return new JValue(value, JTokenType.STRING);
  }

  public static JValue create(UUID value) {
    return new JValue(value, JTokenType.GUID);
  }

  public static JValue create(TimeSpan value) {
    return new JValue(value, JTokenType.TIME_SPAN);
  }

  /** Of any boxed value that JSON has a kind for. */
  public static JValue create(@Nullable Object value) {
    return new JValue(value, kindOf(value));
  }

  public static JValue createComment(@Nullable String value) {
    return new JValue(value, JTokenType.COMMENT);
  }

  public static JValue createString(@Nullable String value) {
    return new JValue(value, JTokenType.STRING);
  }

  public static JValue createNull() {
    return new JValue(null, JTokenType.NULL);
  }

  public static JValue createUndefined() {
    return new JValue(null, JTokenType.UNDEFINED);
  }

  private static int kindOf(@Nullable Object value) {
    if (value == null) {
      return JTokenType.NULL;
    }
    if (value instanceof String) {
      return JTokenType.STRING;
    }
    if (Convertible.isInteger(value) || value instanceof EnumValue) {
      return JTokenType.INTEGER;
    }
    if (Convertible.isFloat(value)) {
      return JTokenType.FLOAT;
    }
    if (value instanceof Boolean) {
      return JTokenType.BOOLEAN;
    }
    if (value instanceof DateTime || value instanceof DateTimeOffset) {
      return JTokenType.DATE;
    }
    if (value instanceof byte[]) {
      return JTokenType.BYTES;
    }
    if (value instanceof UUID) {
      return JTokenType.GUID;
    }
    if (value instanceof TimeSpan) {
      return JTokenType.TIME_SPAN;
    }
    if (value instanceof Uri) {
      return JTokenType.URI;
    }
    throw Failures.argument(
        "Could not determine JSON object type for type " + ClrTypeName.reflected(value) + ".",
        null);
  }

  @Override
  public int type() {
    return type;
  }

  @Override
  public boolean hasValues() {
    return false;
  }

  public @Nullable Object value() {
    return value;
  }

  public void setValue(@Nullable Object given) {
    String current = value == null ? null : RuntimeTypes.nameOf(value);
    String wanted = given == null ? null : RuntimeTypes.nameOf(given);
    if (!java.util.Objects.equals(current, wanted)) {
      boolean keeps =
          given instanceof String && (type == JTokenType.COMMENT || type == JTokenType.RAW);
      type = keeps ? type : kindOf(given);
    }
    value = given;
  }

  @Override
  String className() {
    return "Newtonsoft.Json.Linq.JValue";
  }

  @Override
  JValue copy() {
    return placedLike(new JValue(value, type));
  }

  @Override
  boolean sameAs(JToken other) {
    return equals(other);
  }

  @Override
  void writeTo(JsonWriter writer) {
    switch (type) {
      case JTokenType.COMMENT -> writer.comment(value == null ? "" : Convertible.toText(value));
      case JTokenType.RAW -> writer.raw(value == null ? "" : Convertible.toText(value));
      case JTokenType.NULL -> writer.nullValue();
      case JTokenType.UNDEFINED -> writer.undefined();
      default -> {
        if (value == null) {
          writer.nullValue();
        } else if (value instanceof EnumValue e) {
          writer.value((long) e.value());
        } else if (value instanceof Character c) {
          writer.value(c.toString());
        } else {
          writer.value(value);
        }
      }
    }
  }

  /** Null is before everything; a string compares as the other's kind. */
  @Override
  public int compareTo(@Nullable JValue other) {
    if (other == null) {
      return 1;
    }
    int kind = type == JTokenType.STRING && type != other.type ? other.type : type;
    return ValueComparison.compare(kind, value, other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof JValue that
            && that.type == type
            && ValueComparison.compare(type, value, that.value) == 0);
  }

  /** {@code self.Equals(other)} of two JValues. */
  public static boolean equal(JValue self, @Nullable JValue other) {
    return self.equals(other);
  }

  @Override
  public int hashCode() {
    return value == null ? 0 : value.hashCode();
  }

  /** The value's own text, without quotes; empty for null. */
  @Override
  public String toString() {
    return value == null ? "" : Convertible.toText(value);
  }

  public String toString(@Nullable String format) {
    return value == null ? "" : String.valueOf(Formats.text(value, format));
  }

  /** The culture is always the invariant one. */
  public static String toStringBy(JValue self, @Nullable Object provider) {
    return self.toString();
  }

  @Override
  public String clrText(@Nullable String format) {
    return toString(format);
  }

  @Override
  public Object convertTo(String typeName) {
    Object converted = TokenOperators.to(this, typeName, false);
    return converted == null ? "" : converted;
  }

  public String toString(@Nullable String format, @Nullable Object provider) {
    return toString(format);
  }
}
