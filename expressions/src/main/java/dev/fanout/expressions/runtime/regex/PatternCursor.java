package dev.fanout.expressions.runtime.regex;

import dev.fanout.expressions.ExpressionFailure;

/** A place in a pattern, the options in force there, and the small things that are read there. */
final class PatternCursor {
  private static final String META = "#$()*+.?[\\^{|";
  private static final String BLANKS = "\t\n\f\r ";

  final String pattern;
  int at;
  int options;

  PatternCursor(String pattern, int options) {
    this.pattern = pattern;
    this.options = options;
  }

  static ExpressionFailure failure(String pattern, int at, String text) {
    return new ExpressionFailure(
        "System.Text.RegularExpressions.RegexParseException",
        "Invalid pattern '" + pattern + "' at offset " + at + ". " + text);
  }

  ExpressionFailure failure(String text) {
    return failure(pattern, at, text);
  }

  boolean has(int option) {
    return (options & option) != 0;
  }

  boolean atEnd() {
    return at >= pattern.length();
  }

  /** The character that is so many places ahead; {@code \0} behind the end. */
  char peek(int ahead) {
    return at + ahead < pattern.length() ? pattern.charAt(at + ahead) : '\0';
  }

  char peek() {
    return peek(0);
  }

  boolean isAt(char c) {
    return !atEnd() && pattern.charAt(at) == c;
  }

  boolean take(char c) {
    if (isAt(c)) {
      at++;
      return true;
    }
    return false;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isBlank(char c) {
    return BLANKS.indexOf(c) >= 0;
  }

  /** Does the character mean something other than itself? */
  boolean isSpecial(char c) {
    return META.indexOf(c) >= 0 && (c != '#' || has(Flags.IGNORE_WHITESPACE));
  }

  /** Skips comments, and blanks where the pattern may be laid out with them. */
  void skipBlanks() {
    boolean layout = has(Flags.IGNORE_WHITESPACE);
    while (!atEnd()) {
      if (layout && isBlank(peek())) {
        at++;
      } else if (layout && peek() == '#') {
        int end = pattern.indexOf('\n', at);
        at = end < 0 ? pattern.length() : end;
      } else if (pattern.startsWith("(?#", at)) {
        int end = pattern.indexOf(')', at);
        if (end < 0) {
          at = pattern.length();
          throw failure("Unterminated (?#...) comment.");
        }
        at = end + 1;
      } else {
        return;
      }
    }
  }

  /** Does a quantifier stand here? A brace is one only with numbers in it. */
  boolean isAtQuantifier() {
    char c = peek();
    if (c != '{') {
      return !atEnd() && (c == '*' || c == '+' || c == '?');
    }
    int ahead = 1;
    while (isDigit(peek(ahead))) {
      ahead++;
    }
    if (ahead == 1) {
      return false;
    }
    if (peek(ahead) == ',') {
      ahead++;
      while (isDigit(peek(ahead))) {
        ahead++;
      }
    }
    return peek(ahead) == '}';
  }

  int readDecimal() {
    long value = 0;
    while (isDigit(peek())) {
      value = value * 10 + peek() - '0';
      if (value > Integer.MAX_VALUE) {
        throw failure("Capture group numbers must be less than or equal to Int32.MaxValue.");
      }
      at++;
    }
    return (int) value;
  }

  boolean isAtWord() {
    return !atEnd() && CharClass.isBoundaryWord(peek());
  }

  String readName() {
    int start = at;
    while (isAtWord()) {
      at++;
    }
    return pattern.substring(start, at);
  }

  /** Reads {@code imnsx-imnsx} up to what is no option. */
  void readOptions() {
    boolean off = false;
    while (!atEnd()) {
      char c = peek();
      if (c == '-' || c == '+') {
        off = c == '-';
      } else {
        int option = Flags.ofLetter(c);
        if (option == 0) {
          return;
        }
        options = off ? options & ~option : options | option;
      }
      at++;
    }
  }

  /** The character that an escape stands for; the backslash is read already. */
  char readEscape() {
    char c = pattern.charAt(at++);
    if (c >= '0' && c <= '7') {
      at--;
      return readOctal();
    }
    switch (c) {
      case 'x':
        return readHex(2);
      case 'u':
        return readHex(4);
      case 'a':
        return '\u0007';
      case 'b':
        return '\b';
      case 'e':
        return '\u001B';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'v':
        return '\u000B';
      case 'c':
        return readControl();
      default:
        if (!has(Flags.ECMA_SCRIPT) && CharClass.isBoundaryWord(c)) {
          throw failure("Unrecognized escape sequence \\" + c + ".");
        }
        return c;
    }
  }

  private char readOctal() {
    int value = 0;
    for (int digits = 0; digits < 3 && peek() >= '0' && peek() <= '7'; digits++) {
      value = value * 8 + peek() - '0';
      at++;
      if (has(Flags.ECMA_SCRIPT) && value >= 0x20) {
        break;
      }
    }
    return (char) (value & 0xFF);
  }

  private char readHex(int digits) {
    int value = 0;
    int left = pattern.length() - at >= digits ? digits : 0;
    boolean enough = left > 0;
    while (left > 0 && enough) {
      int digit = Character.digit(peek() < 128 ? peek() : ' ', 16);
      enough = digit >= 0;
      value = value * 16 + digit;
      at++;
      left--;
    }
    if (!enough) {
      throw failure("Insufficient or invalid hexadecimal digits.");
    }
    return (char) value;
  }

  private char readControl() {
    if (atEnd()) {
      throw failure("Missing control character.");
    }
    char c = pattern.charAt(at++);
    char letter = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    char control = (char) (letter - '@');
    if (control >= ' ') {
      throw failure("Unrecognized control character.");
    }
    return control;
  }

  /** Reads {@code {Lu}} of {@code \p{Lu}}. */
  String readProperty() {
    if (at + 2 >= pattern.length()) {
      throw failure("Incomplete \\p{X} character escape.");
    }
    if (pattern.charAt(at++) != '{') {
      throw failure("Malformed \\p{X} character escape.");
    }
    int start = at;
    while (isAtWord() || isAt('-')) {
      at++;
    }
    String name = pattern.substring(start, at);
    if (!take('}')) {
      throw failure("Incomplete \\p{X} character escape.");
    }
    return name;
  }
}
