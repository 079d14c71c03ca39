package dev.fanout.expressions.runtime;

/** {@code System.Char} where .NET differs from Java. */
public final class Chars {
  private Chars() {}

  public static boolean isWhiteSpace(char c) {
    return Character.isSpaceChar(c) || (c >= 0x09 && c <= 0x0D) || c == 0x85;
  }

  public static boolean isDigit(char c) {
    return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
  }

  public static boolean isLetter(char c) {
    return Character.isLetter(c);
  }

  public static boolean isLetterOrDigit(char c) {
    return isLetter(c) || isDigit(c);
  }

  public static boolean isUpper(char c) {
    return Character.getType(c) == Character.UPPERCASE_LETTER;
  }

  public static boolean isLower(char c) {
    return Character.getType(c) == Character.LOWERCASE_LETTER;
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

  public static boolean equals(char c, char other) {
    return c == other;
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
