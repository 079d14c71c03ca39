package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** Static members of {@code System.Char} that look at a place in a string. */
public final class CharsInText {
  private CharsInText() {}

  private static char at(@Nullable String text, int index) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    if (index < 0 || index >= text.length()) {
      throw Failures.outOfRange(
          "Specified argument was out of the range of valid values.", "index");
    }
    return text.charAt(index);
  }

  /** The code point that begins here, where a pair of surrogates does; else the unit. */
  private static int codePoint(@Nullable String text, int index) {
    char c = at(text, index);
    return Character.isHighSurrogate(c) && text != null ? text.codePointAt(index) : c;
  }

  public static boolean isControl(@Nullable String text, int index) {
    return Chars.isControl(at(text, index));
  }

  public static boolean isDigit(@Nullable String text, int index) {
    return Chars.isDigit(codePoint(text, index));
  }

  public static boolean isLetter(@Nullable String text, int index) {
    return Chars.isLetter(codePoint(text, index));
  }

  public static boolean isLetterOrDigit(@Nullable String text, int index) {
    return Chars.isLetterOrDigit(codePoint(text, index));
  }

  public static boolean isLower(@Nullable String text, int index) {
    return Chars.isLower(codePoint(text, index));
  }

  public static boolean isNumber(@Nullable String text, int index) {
    return Chars.isNumber(codePoint(text, index));
  }

  public static boolean isPunctuation(@Nullable String text, int index) {
    return Chars.isPunctuation(codePoint(text, index));
  }

  public static boolean isSeparator(@Nullable String text, int index) {
    return Chars.isSeparator(codePoint(text, index));
  }

  public static boolean isSurrogate(@Nullable String text, int index) {
    return Chars.isSurrogate(at(text, index));
  }

  public static boolean isSymbol(@Nullable String text, int index) {
    return Chars.isSymbol(codePoint(text, index));
  }

  public static boolean isUpper(@Nullable String text, int index) {
    return Chars.isUpper(codePoint(text, index));
  }

  public static boolean isWhiteSpace(@Nullable String text, int index) {
    return Chars.isWhiteSpace(at(text, index));
  }

  public static boolean isHighSurrogate(@Nullable String text, int index) {
    return Chars.isHighSurrogate(at(text, index));
  }

  public static boolean isLowSurrogate(@Nullable String text, int index) {
    return Chars.isLowSurrogate(at(text, index));
  }

  public static boolean isSurrogatePair(@Nullable String text, int index) {
    char high = at(text, index);
    return text != null
        && index + 1 < text.length()
        && Character.isSurrogatePair(high, text.charAt(index + 1));
  }

  public static int convertToUtf32(@Nullable String text, int index) {
    char c = at(text, index);
    if (!Character.isSurrogate(c) || text == null) {
      return c;
    }
    if (Character.isHighSurrogate(c)
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1))) {
      return text.codePointAt(index);
    }
    String kind = Character.isHighSurrogate(c) ? "high" : "low";
    throw Failures.argument(
        "Found a "
            + kind
            + " surrogate char without a preceding "
            + (kind.equals("low") ? "high" : "low")
            + " surrogate at index: "
            + index
            + ". The input may not be in this encoding, or may not"
            + " contain valid Unicode (UTF-16) characters.",
        "s");
  }

  public static double getNumericValue(@Nullable String text, int index) {
    return Chars.getNumericValue(codePoint(text, index));
  }

  public static int getUnicodeCategory(@Nullable String text, int index) {
    return Chars.getUnicodeCategory(codePoint(text, index));
  }
}
