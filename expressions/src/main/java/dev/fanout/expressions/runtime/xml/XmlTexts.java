package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.DateTimeOffset;
import dev.fanout.expressions.runtime.DateTimeOffsets;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Guids;
import dev.fanout.expressions.runtime.Parsing;
import dev.fanout.expressions.runtime.TimeSpan;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values from the text of XML. */
final class XmlTexts {
  private static final int UTC = 1;
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)");

  private XmlTexts() {}

  static String known(@Nullable String text, String parameter) {
    if (text == null) {
      throw Failures.argumentNull(parameter);
    }
    return text;
  }

  static boolean bool(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default ->
          throw Failures.format(
              "The string '" + text.toLowerCase(Locale.ROOT) + "' is not a valid Boolean value.");
    };
  }

  static int int32(String text) {
    return Parsing.int32(text);
  }

  static int uInt32(String text) {
    return Parsing.uint32(text);
  }

  static long int64(String text) {
    return Parsing.int64(text);
  }

  static long uInt64(String text) {
    return Parsing.uint64(text);
  }

  static float single(String text) {
    Double special = special(text);
    return special != null ? special.floatValue() : Parsing.float32(withoutCommas(text));
  }

  static double real(String text) {
    Double special = special(text);
    return special != null ? special : Parsing.float64(withoutCommas(text));
  }

  private static @Nullable Double special(String text) {
    return switch (text.strip()) {
      case "INF" -> Double.POSITIVE_INFINITY;
      case "-INF" -> Double.NEGATIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default -> null;
    };
  }

  /** Thousands are not grouped here. */
  private static String withoutCommas(String text) {
    if (text.indexOf(',') >= 0) {
      throw Failures.format("The input string '" + text + "' was not in a correct format.");
    }
    return text;
  }

  static Decimal decimal(String text) {
    if (!DECIMAL.matcher(text.strip()).matches()) {
      throw Failures.format("The input string '" + text + "' was not in a correct format.");
    }
    return Parsing.decimal(text);
  }

  /** A time with {@code Z} is one of UTC; others keep what they say. */
  static DateTime dateTime(String text) {
    DateTime time = DateTime.parse(text);
    return text.strip().endsWith("Z") ? DateTime.create(time.ticks(), UTC) : time;
  }

  static DateTimeOffset dateTimeOffset(String text) {
    return DateTimeOffsets.parse(text.strip());
  }

  static TimeSpan timeSpan(String text) {
    return XmlDuration.parse(text);
  }

  static UUID guid(String text) {
    return Guids.create(text);
  }
}
