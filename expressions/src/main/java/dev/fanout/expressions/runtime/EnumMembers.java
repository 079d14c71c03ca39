package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code System.Enum}: Parse, TryParse and ToString, which is all that is allowed of it. */
public final class EnumMembers {
  private EnumMembers() {}

  public static Object parse(@Nullable ClrTypeInfo type, @Nullable String value) {
    return parse(type, value, false);
  }

  public static Object parse(
      @Nullable ClrTypeInfo type, @Nullable String value, boolean ignoresCase) {
    if (type == null) {
      throw Failures.argumentNull("enumType");
    }
    return parse(value, ignoresCase, type.fullName());
  }

  public static Object parse(@Nullable String value, String type) {
    return parse(value, false, type);
  }

  public static Object parse(@Nullable String value, boolean ignoresCase, String type) {
    Enums.Info info = Enums.infoOrNull(type);
    if (info == null) {
      throw Failures.argument("Type provided must be an Enum.", "enumType");
    }
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    return Enums.box(number(value, ignoresCase, info), type);
  }

  public static boolean tryParse(@Nullable String value, Ref result, String type) {
    return tryParse(value, false, result, type);
  }

  public static boolean tryParse(
      @Nullable String value, boolean ignoresCase, Ref result, String type) {
    if (!Enums.isEnum(type)) {
      throw Failures.argument("Type provided must be an Enum.", "enumType");
    }
    result.value = Enums.box(0, type);
    if (value == null) {
      return false;
    }
    try {
      result.value = parse(value, ignoresCase, type);
      return true;
    } catch (ExpressionFailure e) {
      return false;
    }
  }

  /** A number, or names with commas between that are combined. */
  private static int number(String text, boolean ignoresCase, Enums.Info info) {
    String trimmed = Strings.trim(text);
    if (trimmed.isEmpty()) {
      throw Failures.argument("Must specify valid information for parsing in the string.", "value");
    }
    char first = trimmed.charAt(0);
    if (Chars.isAsciiDigit(first) || first == '-' || first == '+') {
      Ref result = new Ref();
      if (Parsing.tryInt32(trimmed, result) && result.value instanceof Integer value) {
        return value;
      }
    }
    int combined = 0;
    for (String part : trimmed.split(",", -1)) {
      combined |= named(Strings.trim(part), ignoresCase, info, trimmed);
    }
    return combined;
  }

  private static int named(String name, boolean ignoresCase, Enums.Info info, String all) {
    for (Map.Entry<String, Integer> entry : info.values().entrySet()) {
      boolean fits =
          ignoresCase ? entry.getKey().equalsIgnoreCase(name) : entry.getKey().equals(name);
      if (fits) {
        return entry.getValue();
      }
    }
    throw Failures.argument("Requested value '" + all + "' was not found.", null);
  }

  public static String toString(Object self) {
    return Text.ofObject(self);
  }

  public static String toString(Object self, @Nullable String format) {
    return Formats.text(self, format);
  }

  public static String toString(Object self, @Nullable String format, @Nullable Object provider) {
    return Formats.text(self, format);
  }

  public static String toStringBy(Object self, @Nullable Object provider) {
    return Text.ofObject(self);
  }
}
