package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** Operators and parsing of {@code System.DateTimeOffset}. */
public final class DateTimeOffsets {
  private DateTimeOffsets() {}

  public static boolean equal(DateTimeOffset a, DateTimeOffset b) {
    return a.utcTicks() == b.utcTicks();
  }

  public static boolean notEqual(DateTimeOffset a, DateTimeOffset b) {
    return a.utcTicks() != b.utcTicks();
  }

  public static boolean less(DateTimeOffset a, DateTimeOffset b) {
    return a.compareTo(b) < 0;
  }

  public static boolean greater(DateTimeOffset a, DateTimeOffset b) {
    return a.compareTo(b) > 0;
  }

  public static boolean lessOrEqual(DateTimeOffset a, DateTimeOffset b) {
    return a.compareTo(b) <= 0;
  }

  public static boolean greaterOrEqual(DateTimeOffset a, DateTimeOffset b) {
    return a.compareTo(b) >= 0;
  }

  public static DateTimeOffset parse(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("input");
    }
    return DateParser.dateTimeOffset(text);
  }

  public static DateTimeOffset parse(@Nullable String text, @Nullable Object provider) {
    return parse(text);
  }

  public static boolean tryParse(@Nullable String text, Ref result) {
    result.value = DateTimeOffset.minValue();
    if (text == null) {
      return false;
    }
    try {
      result.value = DateParser.dateTimeOffset(text);
      return true;
    } catch (ExpressionFailure e) {
      return false;
    }
  }

  public static boolean tryParse(@Nullable String text, @Nullable Object provider, Ref result) {
    return tryParse(text, result);
  }

  public static DateTimeOffset parseExact(
      @Nullable String text, @Nullable String format, @Nullable Object provider) {
    return parseExact(text, format, provider, 0);
  }

  public static DateTimeOffset parseExact(
      @Nullable String text, @Nullable String format, @Nullable Object provider, int styles) {
    if (text == null) {
      throw Failures.argumentNull("input");
    }
    if (format == null) {
      throw Failures.argumentNull("format");
    }
    return DateExactParser.parse(text, format, styles);
  }

  public static DateTimeOffset parseExact(
      @Nullable String text, String @Nullable [] formats, @Nullable Object provider, int styles) {
    if (text == null) {
      throw Failures.argumentNull("input");
    }
    if (formats == null) {
      throw Failures.argumentNull("formats");
    }
    return DateExactParser.parse(text, formats, styles);
  }

  public static boolean tryParseExact(
      @Nullable String text,
      @Nullable String format,
      @Nullable Object provider,
      int styles,
      Ref result) {
    return tryParseExact(
        text, format == null ? null : new String[] {format}, provider, styles, result);
  }

  public static boolean tryParseExact(
      @Nullable String text,
      String @Nullable [] formats,
      @Nullable Object provider,
      int styles,
      Ref result) {
    result.value = DateTimeOffset.minValue();
    if (text == null || formats == null) {
      return false;
    }
    try {
      result.value = DateExactParser.parse(text, formats, styles);
      return true;
    } catch (ExpressionFailure e) {
      return false;
    }
  }
}
