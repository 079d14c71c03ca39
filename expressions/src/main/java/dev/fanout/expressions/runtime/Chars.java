package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/** {@code System.Char} where .NET differs from Java, and the rest of its members. */
public final class Chars {
  private static final String FRACTIONS_LATIN = "\u00BC\u00BD\u00BE";

  private Chars() {}

  public static boolean isWhiteSpace(char c) {
    return Character.isSpaceChar(c) || (c >= 0x09 && c <= 0x0D) || c == 0x85;
  }

  public static boolean isDigit(char c) {
    return isDigit((int) c);
  }

  static boolean isDigit(int c) {
    return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
  }

  public static boolean isLetter(char c) {
    return Character.isLetter(c);
  }

  static boolean isLetter(int c) {
    return Character.isLetter(c);
  }

  public static boolean isLetterOrDigit(char c) {
    return isLetterOrDigit((int) c);
  }

  static boolean isLetterOrDigit(int c) {
    return isLetter(c) || isDigit(c);
  }

  public static boolean isUpper(char c) {
    return isUpper((int) c);
  }

  static boolean isUpper(int c) {
    return Character.getType(c) == Character.UPPERCASE_LETTER;
  }

  public static boolean isLower(char c) {
    return isLower((int) c);
  }

  static boolean isLower(int c) {
    return Character.getType(c) == Character.LOWERCASE_LETTER;
  }

  public static boolean isControl(char c) {
    return Character.isISOControl(c);
  }

  public static boolean isNumber(char c) {
    return isNumber((int) c);
  }

  static boolean isNumber(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  public static boolean isPunctuation(char c) {
    return isPunctuation((int) c);
  }

  static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  public static boolean isSeparator(char c) {
    return Character.isSpaceChar(c);
  }

  static boolean isSeparator(int c) {
    return Character.isSpaceChar(c);
  }

  public static boolean isSymbol(char c) {
    return isSymbol((int) c);
  }

  static boolean isSymbol(int c) {
    return switch (Character.getType(c)) {
      case Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  public static boolean isSurrogate(char c) {
    return Character.isSurrogate(c);
  }

  public static boolean isHighSurrogate(char c) {
    return Character.isHighSurrogate(c);
  }

  public static boolean isLowSurrogate(char c) {
    return Character.isLowSurrogate(c);
  }

  public static boolean isSurrogatePair(char high, char low) {
    return Character.isSurrogatePair(high, low);
  }

  public static boolean isAscii(char c) {
    return c < 128;
  }

  public static boolean isAsciiDigit(char c) {
    return isBetween(c, '0', '9');
  }

  public static boolean isAsciiLetterLower(char c) {
    return isBetween(c, 'a', 'z');
  }

  public static boolean isAsciiLetterUpper(char c) {
    return isBetween(c, 'A', 'Z');
  }

  public static boolean isAsciiLetter(char c) {
    return isAsciiLetterLower(c) || isAsciiLetterUpper(c);
  }

  public static boolean isAsciiLetterOrDigit(char c) {
    return isAsciiLetter(c) || isAsciiDigit(c);
  }

  public static boolean isAsciiHexDigitLower(char c) {
    return isAsciiDigit(c) || isBetween(c, 'a', 'f');
  }

  public static boolean isAsciiHexDigitUpper(char c) {
    return isAsciiDigit(c) || isBetween(c, 'A', 'F');
  }

  public static boolean isAsciiHexDigit(char c) {
    return isAsciiHexDigitLower(c) || isAsciiHexDigitUpper(c);
  }

  public static boolean isBetween(char c, char lowest, char highest) {
    return c >= lowest && c <= highest;
  }

  public static char toUpper(char c) {
    return (char) upper(c);
  }

  public static char toLower(char c) {
    return (char) lower(c);
  }

  public static String toString(char c) {
    return String.valueOf(c);
  }

  public static String toString(char c, @Nullable Object provider) {
    return String.valueOf(c);
  }

  public static String toStringStatic(char c) {
    return String.valueOf(c);
  }

  public static boolean equals(char c, char other) {
    return c == other;
  }

  /** The difference of the codes. */
  public static int compareTo(char c, char other) {
    return c - other;
  }

  public static int compareTo(char c, @Nullable Object other) {
    if (other == null) {
      return 1;
    }
    if (other instanceof Character character) {
      return c - character;
    }
    throw Integers.notOfType("Char");
  }

  public static double getNumericValue(char c) {
    return getNumericValue((int) c);
  }

  /** -1 for what is no number; fractions and large numbers of Unicode as they are. */
  static double getNumericValue(int c) {
    int fraction = FRACTIONS_LATIN.indexOf(c);
    if (fraction >= 0) {
      return (fraction + 1) * 0.25;
    }
    if (!isNumber(c)) {
      return -1;
    }
    if (c >= 0x2150 && c <= 0x215E) {
      return vulgarFraction(c);
    }
    int value = Character.getNumericValue(c);
    return value < 0 ? -1 : value;
  }

  private static double vulgarFraction(int c) {
    double[] values = {
      1 / 7.0, 1 / 9.0, 0.1, 1 / 3.0, 2 / 3.0, 0.2, 0.4, 0.6, 0.8, 1 / 6.0, 5 / 6.0, 0.125, 0.375,
      0.625, 0.875
    };
    return values[c - 0x2150];
  }

  public static int getUnicodeCategory(char c) {
    return getUnicodeCategory((int) c);
  }

  /** A value of UnicodeCategory. */
  static int getUnicodeCategory(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER -> 0;
      case Character.LOWERCASE_LETTER -> 1;
      case Character.TITLECASE_LETTER -> 2;
      case Character.MODIFIER_LETTER -> 3;
      case Character.OTHER_LETTER -> 4;
      case Character.NON_SPACING_MARK -> 5;
      case Character.COMBINING_SPACING_MARK -> 6;
      case Character.ENCLOSING_MARK -> 7;
      case Character.DECIMAL_DIGIT_NUMBER -> 8;
      case Character.LETTER_NUMBER -> 9;
      case Character.OTHER_NUMBER -> 10;
      case Character.SPACE_SEPARATOR -> 11;
      case Character.LINE_SEPARATOR -> 12;
      case Character.PARAGRAPH_SEPARATOR -> 13;
      case Character.CONTROL -> 14;
      case Character.FORMAT -> 15;
      case Character.SURROGATE -> 16;
      case Character.PRIVATE_USE -> 17;
      case Character.CONNECTOR_PUNCTUATION -> 18;
      case Character.DASH_PUNCTUATION -> 19;
      case Character.START_PUNCTUATION -> 20;
      case Character.END_PUNCTUATION -> 21;
      case Character.INITIAL_QUOTE_PUNCTUATION -> 22;
      case Character.FINAL_QUOTE_PUNCTUATION -> 23;
      case Character.OTHER_PUNCTUATION -> 24;
      case Character.MATH_SYMBOL -> 25;
      case Character.CURRENCY_SYMBOL -> 26;
      case Character.MODIFIER_SYMBOL -> 27;
      case Character.OTHER_SYMBOL -> 28;
      default -> 29;
    };
  }

  public static String convertFromUtf32(int codePoint) {
    if (!Character.isValidCodePoint(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
      throw Failures.outOfRange(
          "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include"
              + " surrogate codepoint values (0x00d800 ~ 0x00dfff).",
          "utf32");
    }
    return Character.toString(codePoint);
  }

  public static int convertToUtf32(char high, char low) {
    if (!Character.isHighSurrogate(high)) {
      throw Failures.outOfRange(
          "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.",
          "highSurrogate");
    }
    if (!Character.isLowSurrogate(low)) {
      throw Failures.outOfRange(
          "A valid low surrogate character is between 0xdc00 and 0xdfff, inclusive.",
          "lowSurrogate");
    }
    return Character.toCodePoint(high, low);
  }

  /** Simple mapping, and the dotless i stays (.NET's invariant culture). */
  static int upper(int codePoint) {
    return codePoint == 0x131 ? codePoint : Character.toUpperCase(codePoint);
  }

  /** Simple mapping, and the dotted I stays. */
  static int lower(int codePoint) {
    return codePoint == 0x130 ? codePoint : Character.toLowerCase(codePoint);
  }
}
