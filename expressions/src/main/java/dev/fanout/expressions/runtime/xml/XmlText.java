package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.ExpressionFailure;

/** The characters of a document while it is read, with .NET's complaints about them. */
final class XmlText {
  private final String source;
  private int position;

  XmlText(String source) {
    this.source = source;
  }

  int position() {
    return position;
  }

  /** What stands there. */
  String between(int start, int end) {
    return source.substring(start, end);
  }

  boolean isAtEnd() {
    return position >= source.length();
  }

  /** A byte order mark is no content. */
  void skipMark() {
    if (source.startsWith("\uFEFF")) {
      position = 1;
    }
  }

  boolean startsDeclaration() {
    return source.startsWith("<?xml", position)
        && position + 5 < source.length()
        && XmlNames.isSpace(source.charAt(position + 5));
  }

  boolean takes(String token) {
    boolean isHere = source.startsWith(token, position);
    position += isHere ? token.length() : 0;
    return isHere;
  }

  void expect(char c) {
    if (isAtEnd()) {
      throw endOfFile();
    }
    if (source.charAt(position) != c) {
      throw failure(
          "'"
              + source.charAt(position)
              + "' is an unexpected token. The expected token is '"
              + c
              + "'.");
    }
    position++;
  }

  boolean skipBlanks() {
    int start = position;
    while (!isAtEnd() && XmlNames.isSpace(source.charAt(position))) {
      position++;
    }
    return position > start;
  }

  /** The first character from there on that is no blank. */
  int firstVisible(int from) {
    int visible = from;
    while (visible < source.length() && XmlNames.isSpace(source.charAt(visible))) {
      visible++;
    }
    return visible;
  }

  /** A name with at most one colon inside. */
  String name() {
    int start = position;
    int colon = -1;
    boolean isFirst = true;
    while (!isAtEnd()) {
      char c = source.charAt(position);
      if (c == ':' && !isFirst && colon < 0) {
        colon = position;
        isFirst = true;
      } else if (isFirst ? XmlNames.isStart(c) : XmlNames.isPart(c)) {
        isFirst = false;
      } else {
        break;
      }
      position++;
    }
    if (isFirst) {
      throw noName();
    }
    return source.substring(start, position);
  }

  private ExpressionFailure noName() {
    if (isAtEnd()) {
      return endOfFile();
    }
    String shown = XmlFailures.shown(source.charAt(position));
    int comma = shown.lastIndexOf(", hex");
    return failure(
        "Name cannot begin with the "
            + shown.substring(0, comma)
            + " character"
            + shown.substring(comma)
            + ".");
  }

  /** {@code = "value"}, with its references replaced and its blanks made spaces. */
  String attributeValue() {
    skipBlanks();
    expect('=');
    skipBlanks();
    if (isAtEnd()) {
      throw endOfFile();
    }
    char quote = source.charAt(position);
    if (quote != '"' && quote != '\'') {
      throw failure("'" + quote + "' is an unexpected token. The expected token is '\"' or '''.");
    }
    position++;
    StringBuilder value = new StringBuilder();
    while (!isAtEnd() && source.charAt(position) != quote) {
      char c = source.charAt(position);
      if (c == '<') {
        throw failure("'<', hexadecimal value 0x3C, is an invalid attribute character.");
      }
      if (c == '&') {
        reference(value);
      } else if (XmlNames.isSpace(c)) {
        position += c == '\r' && source.startsWith("\r\n", position) ? 2 : 1;
        value.append(' ');
      } else {
        character(value);
      }
    }
    if (isAtEnd()) {
      throw failure("There is an unclosed literal string.");
    }
    position++;
    return value.toString();
  }

  /** Text up to the next tag. */
  String characters(boolean isOutside) {
    StringBuilder value = new StringBuilder();
    while (!isAtEnd() && source.charAt(position) != '<') {
      char c = source.charAt(position);
      if (c == '&' && !isOutside) {
        reference(value);
      } else if (c == '\r') {
        lineEnd(value);
      } else if (c == ']' && source.startsWith("]]>", position) && !isOutside) {
        throw failure("']]>' is not allowed in character data.");
      } else {
        character(value);
      }
    }
    return value.toString();
  }

  private void lineEnd(StringBuilder value) {
    position += source.startsWith("\r\n", position) ? 2 : 1;
    value.append('\n');
  }

  private void character(StringBuilder value) {
    char c = source.charAt(position);
    boolean isPair =
        Character.isHighSurrogate(c)
            && position + 1 < source.length()
            && Character.isLowSurrogate(source.charAt(position + 1));
    if (!isPair && (Character.isSurrogate(c) || !XmlNames.isCharacter(c))) {
      throw failure(XmlFailures.shown(c) + ", is an invalid character.");
    }
    value.append(c);
    position++;
    if (isPair) {
      value.append(source.charAt(position++));
    }
  }

  private void reference(StringBuilder value) {
    int start = ++position;
    int end = source.indexOf(';', start);
    if (source.startsWith("#", start)) {
      value.appendCodePoint(number(start, end));
      position = end + 1;
      return;
    }
    String name = name();
    expect(';');
    value.append(
        switch (name) {
          case "lt" -> '<';
          case "gt" -> '>';
          case "amp" -> '&';
          case "quot" -> '"';
          case "apos" -> '\'';
          default -> throw failureAt("Reference to undeclared entity '" + name + "'.", start);
        });
  }

  private int number(int start, int end) {
    boolean isHexadecimal = source.startsWith("#x", start);
    int digits = start + (isHexadecimal ? 2 : 1);
    int number = 0;
    for (int i = digits; i < end || end < 0; i++) {
      int digit =
          i < source.length() && source.charAt(i) < 128
              ? Character.digit(source.charAt(i), isHexadecimal ? 16 : 10)
              : -1;
      if (digit < 0) {
        throw failureAt(
            isHexadecimal
                ? "Invalid syntax for a hexadecimal numeric entity reference."
                : "Invalid syntax for a decimal numeric entity reference.",
            i);
      }
      number = Math.min(number * (isHexadecimal ? 16 : 10) + digit, 0x110000);
    }
    boolean isCharacter =
        number > 0xFFFF
            ? number < 0x110000
            : XmlNames.isCharacter((char) number) && !Character.isSurrogate((char) number);
    if (digits == end || !isCharacter) {
      throw failureAt(
          digits == end
              ? "Invalid syntax for a decimal numeric entity reference."
              : XmlFailures.shown(Math.min(number, 0x10FFFF)) + ", is an invalid character.",
          digits);
    }
    return number;
  }

  String comment() {
    StringBuilder value = new StringBuilder();
    int end = source.indexOf("--", position);
    String comment = upTo(end, value, "Comment");
    position = end + 2;
    if (!takes(">")) {
      throw failureAt(
          "An XML comment cannot contain '--', and '-' cannot be the last character.", end);
    }
    return comment;
  }

  String cdata() {
    int end = source.indexOf("]]>", position);
    String value = upTo(end, new StringBuilder(), "CDATA");
    position = end + 3;
    return value;
  }

  /** The data behind the target. */
  String instruction() {
    if (takes("?>")) {
      return "";
    }
    if (!skipBlanks()) {
      throw isAtEnd()
          ? endOfFile()
          : failure(XmlFailures.shown(source.charAt(position)) + ", cannot be included in a name.");
    }
    int end = source.indexOf("?>", position);
    String value = upTo(end, new StringBuilder(), "PI");
    position = end + 2;
    return value;
  }

  private String upTo(int end, StringBuilder value, String what) {
    if (end < 0) {
      position = source.length();
      throw failure("Unexpected end of file while parsing " + what + " has occurred.");
    }
    while (position < end) {
      if (source.charAt(position) == '\r') {
        lineEnd(value);
      } else {
        character(value);
      }
    }
    return value.toString();
  }

  private ExpressionFailure endOfFile() {
    return failure("Unexpected end of file has occurred.");
  }

  ExpressionFailure failure(String message) {
    return failureAt(message, position);
  }

  ExpressionFailure failureAt(String message, int at) {
    return XmlFailures.at(message, line(at), column(at));
  }

  /** From 1. */
  int line(int at) {
    int line = 1;
    for (int i = 0; i < at && i < source.length(); i++) {
      if (isLineEnd(i)) {
        line++;
      }
    }
    return line;
  }

  /** From 1. */
  int column(int at) {
    int start = 0;
    for (int i = 0; i < at && i < source.length(); i++) {
      if (isLineEnd(i)) {
        start = i + 1;
      }
    }
    return at - start + 1;
  }

  private boolean isLineEnd(int at) {
    char c = source.charAt(at);
    return c == '\n' || (c == '\r' && !source.startsWith("\r\n", at));
  }
}
