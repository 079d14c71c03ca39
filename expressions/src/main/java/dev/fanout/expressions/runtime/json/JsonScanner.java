package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a JSON text with line and position, and what is below the grammar: white space,
 * comments, words, quoted strings.
 */
abstract class JsonScanner extends JsonReader {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int UNICODE_DIGITS = 4;

  /** A zero stands behind the last one, so that looking at it needs no question. */
  final char[] chars;

  final int used;
  int at;
  private int line = 1;
  private int lineStart;

  JsonScanner(String text) {
    used = text.length();
    chars = new char[used + 1];
    text.getChars(0, used, chars, 0);
  }

  @Override
  final boolean hasLineInfo() {
    return true;
  }

  /** From 1; 0 before anything was read. */
  @Override
  final int lineNumber() {
    boolean nothingRead =
        state == State.START && linePosition() == 0 && token() != JsonToken.COMMENT;
    return nothingRead ? 0 : line;
  }

  @Override
  final int linePosition() {
    return at - lineStart;
  }

  final boolean has(int ahead) {
    return at + ahead < used;
  }

  final boolean isEnd() {
    return at >= used;
  }

  /** What .NET calls white space. */
  static boolean isWhite(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u0085'
        || c == '\u00A0'
        || (c > 0xFF && Character.isSpaceChar(c));
  }

  final void lineFeed() {
    at++;
    newLine();
  }

  /** A line feed behind it belongs to it, but for the last character of the text. */
  final void carriageReturn() {
    at++;
    if (has(1) && chars[at] == '\n') {
      at++;
    }
    newLine();
  }

  private void newLine() {
    line++;
    lineStart = at;
  }

  /** Over white space, line ends and zero characters. */
  final void skipWhite() {
    while (at < used) {
      char c = chars[at];
      if (c == '\r') {
        carriageReturn();
      } else if (c == '\n') {
        lineFeed();
      } else if (c == 0 || isWhite(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  final ExpressionFailure unexpected(char c) {
    return JsonFailures.reading(
        this, "Unexpected character encountered while parsing value: " + c + ".");
  }

  final ExpressionFailure wrong(String message) {
    return JsonFailures.reading(this, message);
  }

  /** The word, up to something that can stand behind a value. */
  final boolean matchesWord(String word) {
    if (!has(word.length() - 1)) {
      at = used;
      throw unexpectedEnd();
    }
    for (int i = 0; i < word.length(); i++) {
      if (chars[at + i] != word.charAt(i)) {
        at += i;
        return false;
      }
    }
    at += word.length();
    return isEnd() || isSeparator(chars[at]);
  }

  private boolean isSeparator(char c) {
    return switch (c) {
      case 0, '}', ']', ',' -> true;
      case '/' -> has(1) && (chars[at + 1] == '*' || chars[at + 1] == '/');
      case ')' -> state == State.CONSTRUCTOR || state == State.CONSTRUCTOR_START;
      default -> isWhite(c);
    };
  }

  /** Stands on the slash; the text of the comment. */
  final String comment() {
    at++;
    if (!has(1)) {
      throw wrong("Unexpected end while parsing comment.");
    }
    char kind = chars[at];
    if (kind != '*' && kind != '/') {
      throw wrong("Error parsing comment. Expected: *, got " + kind + ".");
    }
    at++;
    int start = at;
    while (at < used) {
      char c = chars[at];
      if (kind == '/' && (c == '\r' || c == '\n')) {
        return new String(chars, start, at - start);
      }
      if (c == '\r') {
        carriageReturn();
      } else if (c == '\n') {
        lineFeed();
      } else {
        at++;
        if (c == '*' && kind == '*' && !isEnd() && chars[at] == '/') {
          at++;
          return new String(chars, start, at - 2 - start);
        }
      }
    }
    if (kind == '*') {
      throw wrong("Unexpected end while parsing comment.");
    }
    return new String(chars, start, at - start);
  }

  /** Stands behind the opening quote; afterwards behind the closing one. */
  final String quoted(char quote) {
    int start = at;
    StringBuilder unescaped = null;
    while (at < used) {
      char c = chars[at];
      if (c == quote) {
        String rest = new String(chars, start, at - start);
        at++;
        return unescaped == null ? rest : unescaped.append(rest).toString();
      }
      if (c == '\\') {
        unescaped = unescaped == null ? new StringBuilder() : unescaped;
        unescaped.append(chars, start, at - start);
        at++;
        escape(quote, unescaped);
        start = at;
      } else if (c == '\r') {
        carriageReturn();
      } else if (c == '\n') {
        lineFeed();
      } else {
        at++;
      }
    }
    throw unterminated(quote);
  }

  private ExpressionFailure unterminated(char quote) {
    return wrong("Unterminated string. Expected delimiter: " + quote + ".");
  }

  private void escape(char quote, StringBuilder out) {
    if (isEnd()) {
      throw unterminated(quote);
    }
    char c = chars[at++];
    switch (c) {
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case '\\', '"', '\'', '/' -> out.append(c);
      case 'u' -> unicode(out);
      default -> throw wrong("Bad JSON escape sequence: \\" + c + ".");
    }
  }

  /** Half pairs become U+FFFD. */
  private void unicode(StringBuilder out) {
    char c = codeUnit();
    while (Character.isHighSurrogate(c)) {
      if (!has(2) || chars[at] != '\\' || chars[at + 1] != 'u') {
        out.append(REPLACEMENT);
        return;
      }
      at += 2;
      char next = codeUnit();
      if (Character.isLowSurrogate(next)) {
        out.append(c).append(next);
        return;
      }
      out.append(REPLACEMENT);
      c = next;
    }
    out.append(Character.isLowSurrogate(c) ? REPLACEMENT : c);
  }

  private char codeUnit() {
    if (!has(UNICODE_DIGITS)) {
      throw wrong("Unexpected end while parsing Unicode escape sequence.");
    }
    int unit = 0;
    for (int i = 0; i < UNICODE_DIGITS; i++) {
      int digit = hexDigit(chars[at + i]);
      if (digit < 0) {
        throw wrong(
            "Invalid Unicode escape sequence: \\u" + new String(chars, at, UNICODE_DIGITS) + ".");
      }
      unit = unit * 16 + digit;
    }
    at += UNICODE_DIGITS;
    return (char) unit;
  }

  private static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  /** Stands on the first character; the number's text, whatever it means. */
  final String numberText() {
    int start = at;
    while (at < used && isNumberCharacter(chars[at])) {
      at++;
    }
    char end = chars[at];
    if (end != 0 && !isWhite(end) && ",}])/".indexOf(end) < 0) {
      throw wrong("Unexpected character encountered while parsing number: " + end + ".");
    }
    return new String(chars, start, at - start);
  }

  private static boolean isNumberCharacter(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'f')
        || (c >= 'A' && c <= 'F')
        || c == '-'
        || c == '+'
        || c == '.'
        || c == 'x'
        || c == 'X';
  }

  /** The next value as the wanted type, read from the text for it. */
  @Override
  abstract @Nullable Object readAs(ReadType wanted);
}
