package dev.fanout.expressions.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of C# 7.3 (ECMA-334, clause 6.4), in linear time. {@code >>} and {@code >>=} come as two
 * tokens, since {@code >} may close type arguments; the parser joins neighbours.
 */
public final class Lexer {
  /** Holes within holes; C# needs one or two. */
  private static final int DEEPEST_INTERPOLATION = 16;

  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "as",
          "base",
          "bool",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "checked",
          "class",
          "const",
          "continue",
          "decimal",
          "default",
          "delegate",
          "do",
          "double",
          "else",
          "enum",
          "event",
          "explicit",
          "extern",
          "false",
          "finally",
          "fixed",
          "float",
          "for",
          "foreach",
          "goto",
          "if",
          "implicit",
          "in",
          "int",
          "interface",
          "internal",
          "is",
          "lock",
          "long",
          "namespace",
          "new",
          "null",
          "object",
          "operator",
          "out",
          "override",
          "params",
          "private",
          "protected",
          "public",
          "readonly",
          "ref",
          "return",
          "sbyte",
          "sealed",
          "short",
          "sizeof",
          "stackalloc",
          "static",
          "string",
          "struct",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "typeof",
          "uint",
          "ulong",
          "unchecked",
          "unsafe",
          "ushort",
          "using",
          "virtual",
          "void",
          "volatile",
          "while");

  /** Longest first within the same first character. */
  private static final String[] OPERATORS = {
    "<<=", "=>", "==", "=", "!=", "!", "<=", "<<", "<", ">=", ">", "&&", "&=", "&", "||", "|=", "|",
    "??", "?", "++", "+=", "+", "->", "--", "-=", "-", "*=", "*", "/=", "/", "%=", "%", "^=", "^",
    "~", "::", ":", ";", ",", ".", "(", ")", "[", "]", "{", "}"
  };

  private static final String[] NONE = {};
  private static final String[][] OPERATORS_BY_FIRST = new String[0x80][];

  static {
    for (char first = 0; first < OPERATORS_BY_FIRST.length; first++) {
      String start = String.valueOf(first);
      OPERATORS_BY_FIRST[first] =
          Arrays.stream(OPERATORS).filter(o -> o.startsWith(start)).toArray(String[]::new);
    }
  }

  /**
   * First characters of operators whose rest begins no other token: whoever only looks for brackets
   * may take them one by one.
   */
  private static final boolean[] SKIPPED = new boolean[0x80];

  static {
    for (char c : "=!<>&|?+*%^~:;,()[]{}-".toCharArray()) {
      SKIPPED[c] = true;
    }
  }

  private final CharSequence text;
  private final int limit;
  private final List<Problem> problems;
  private final int depth;
  private int at;

  public Lexer(CharSequence text, int from, int limit, List<Problem> problems) {
    this(text, from, limit, problems, 0);
  }

  private Lexer(CharSequence text, int from, int limit, List<Problem> problems, int depth) {
    if (from < 0 || limit < from || limit > text.length()) {
      throw new IllegalArgumentException(from + ".." + limit + " of " + text.length());
    }
    this.text = text;
    this.at = from;
    this.limit = limit;
    this.problems = problems;
    this.depth = depth;
  }

  /** All tokens of the text; the last is END. */
  public static List<Token> tokens(CharSequence text, int from, int limit, List<Problem> problems) {
    Lexer lexer = new Lexer(text, from, limit, problems);
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.next();
      tokens.add(token);
    } while (token.kind() != TokenKind.END);
    return tokens;
  }

  /** The next token; END for ever once the text is read. */
  public Token next() {
    skipTrivia();
    int start = at;
    if (at >= limit) {
      return token(TokenKind.END, "", limit, null);
    }
    char c = text.charAt(at);
    if (c == '"') {
      at++;
      return regularString(start);
    }
    if (c == '\'') {
      return character(start);
    }
    if (c == '@' && peek(1) == '"') {
      at += 2;
      return verbatimString(start);
    }
    if (c == '$' && peek(1) == '"') {
      at += 2;
      return interpolated(start, false);
    }
    if (c == '$' && peek(1) == '@' && peek(2) == '"') {
      at += 3;
      return interpolated(start, true);
    }
    if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      return number(start);
    }
    if (isIdentifierStart(c)) {
      return identifier(start);
    }
    if (c == '@' && isIdentifierStart(peek(1))) {
      at++;
      skipIdentifier();
      return token(TokenKind.IDENTIFIER, text.subSequence(start + 1, at).toString(), start, null);
    }
    return operator(start, c);
  }

  /**
   * Just past the bracket that closes the one that comes next, or -1 if none does. Only brackets of
   * this kind are counted, and no token is made that nobody asks for.
   */
  public int endOfBrackets(char opening, char closing) {
    int open = 0;
    while (skipTo(opening, closing)) {
      open += text.charAt(at++) == opening ? 1 : -1;
      if (open == 0) {
        return at;
      }
    }
    return -1;
  }

  /** Past tokens, to one of two brackets; false at the end of the text. */
  private boolean skipTo(char opening, char closing) {
    while (true) {
      skipTrivia();
      if (at >= limit) {
        return false;
      }
      char c = text.charAt(at);
      if (c == opening || c == closing) {
        return true;
      }
      if (isIdentifierStart(c)) {
        skipIdentifier();
      } else if (c < SKIPPED.length && SKIPPED[c] || c == '.' && !isDigit(peek(1))) {
        at++;
      } else if (c != '"' || !skipPlainString()) {
        next();
      }
    }
  }

  /** Past a string without escapes; stays where it is if there is none. */
  private boolean skipPlainString() {
    int i = at + 1;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '"') {
        at = i + 1;
        return true;
      }
      if (c == '\\' || isLineEnd(c)) {
        return false;
      }
      i++;
    }
    return false;
  }

  private Token token(TokenKind kind, String word, int start, @Nullable Object value) {
    return new Token(kind, word, start, at, value);
  }

  private char peek(int ahead) {
    return at + ahead < limit ? text.charAt(at + ahead) : '\0';
  }

  private void report(String code, int start, int end, String message) {
    problems.add(Problem.of(code, start, end, message));
  }

  private void skipTrivia() {
    while (at < limit) {
      char c = text.charAt(at);
      if (isBlank(c)) {
        at++;
      } else if (c == '/' && peek(1) == '/') {
        while (at < limit && !isLineEnd(text.charAt(at))) {
          at++;
        }
      } else if (c == '/' && peek(1) == '*') {
        int start = at;
        at += 2;
        while (at < limit && !(text.charAt(at) == '*' && peek(1) == '/')) {
          at++;
        }
        if (at >= limit) {
          report("COMMENT_UNTERMINATED", start, limit, "the comment never ends");
        }
        at = Math.min(limit, at + 2);
      } else {
        return;
      }
    }
  }

  private Token identifier(int start) {
    skipIdentifier();
    String word = text.subSequence(start, at).toString();
    return token(
        KEYWORDS.contains(word) ? TokenKind.KEYWORD : TokenKind.IDENTIFIER, word, start, null);
  }

  private void skipIdentifier() {
    while (at < limit && isIdentifierPart(text.charAt(at))) {
      at++;
    }
  }

  private Token operator(int start, char first) {
    for (String operator : first < OPERATORS_BY_FIRST.length ? OPERATORS_BY_FIRST[first] : NONE) {
      if (matches(operator)) {
        at += operator.length();
        return token(TokenKind.OPERATOR, operator, start, null);
      }
    }
    at += Character.isHighSurrogate(first) && Character.isLowSurrogate(peek(1)) ? 2 : 1;
    report(
        "CHARACTER_UNEXPECTED",
        start,
        at,
        "'" + text.subSequence(start, at) + "' begins no C# token");
    return token(TokenKind.BAD, "", start, null);
  }

  private boolean matches(String operator) {
    for (int i = 1; i < operator.length(); i++) {
      if (peek(i) != operator.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private Token regularString(int start) {
    StringBuilder value = new StringBuilder();
    while (at < limit) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return token(TokenKind.STRING, "", start, value.toString());
      }
      if (isLineEnd(c)) {
        break;
      }
      if (c == '\\') {
        escape(value);
      } else {
        value.append(c);
        at++;
      }
    }
    report("STRING_UNTERMINATED", start, at, "the string literal never ends");
    return token(TokenKind.BAD, "", start, null);
  }

  private Token verbatimString(int start) {
    StringBuilder value = new StringBuilder();
    while (at < limit) {
      char c = text.charAt(at);
      if (c != '"') {
        value.append(c);
        at++;
      } else if (peek(1) == '"') {
        value.append('"');
        at += 2;
      } else {
        at++;
        return token(TokenKind.STRING, "", start, value.toString());
      }
    }
    report("STRING_UNTERMINATED", start, at, "the verbatim string literal never ends");
    return token(TokenKind.BAD, "", start, null);
  }

  private Token character(int start) {
    at++;
    StringBuilder value = new StringBuilder();
    while (at < limit && text.charAt(at) != '\'' && !isLineEnd(text.charAt(at))) {
      if (text.charAt(at) == '\\') {
        escape(value);
      } else {
        value.append(text.charAt(at));
        at++;
      }
    }
    if (at >= limit || text.charAt(at) != '\'') {
      report("CHARACTER_UNTERMINATED", start, at, "the character literal never ends");
      return token(TokenKind.BAD, "", start, null);
    }
    at++;
    if (value.length() != 1) {
      report(
          "CHARACTER_LENGTH",
          start,
          at,
          value.length() == 0
              ? "a character literal holds one character, this one none"
              : "a character literal holds one character; a text stands in double quotes");
      return token(TokenKind.BAD, "", start, null);
    }
    return token(TokenKind.CHARACTER, "", start, value.charAt(0));
  }

  /**
   * At a backslash; ECMA-334 6.4.5.5: \x takes one to four hexadecimal digits, as many as stand
   * there.
   */
  private void escape(StringBuilder value) {
    int start = at;
    char c = peek(1);
    at = Math.min(limit, at + 2);
    switch (c) {
      case '\'', '"', '\\' -> value.append(c);
      case '0' -> value.append('\0');
      case 'a' -> value.append('\u0007');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\u000B');
      case 'u' -> hexadecimal(value, start, 4, 4);
      case 'x' -> hexadecimal(value, start, 1, 4);
      case 'U' -> hexadecimal(value, start, 8, 8);
      default -> {
        if (isLineEnd(c)) {
          at = start + 1;
        }
        report("ESCAPE_UNKNOWN", start, at, "no such escape in C#");
      }
    }
  }

  private void hexadecimal(StringBuilder value, int start, int fewest, int most) {
    int digits = 0;
    long code = 0;
    while (digits < most && Character.digit(asciiOrNul(peek(0)), 16) >= 0) {
      code = code * 16 + Character.digit(text.charAt(at), 16);
      at++;
      digits++;
    }
    if (digits < fewest || code > Character.MAX_CODE_POINT) {
      report("ESCAPE_UNKNOWN", start, at, "not a character's number in hexadecimal digits");
      return;
    }
    value.appendCodePoint((int) code);
  }

  private Token number(int start) {
    char second = peek(1);
    if (text.charAt(at) == '0' && (second == 'x' || second == 'X')) {
      return radixNumber(start, 16);
    }
    if (text.charAt(at) == '0' && (second == 'b' || second == 'B')) {
      return radixNumber(start, 2);
    }
    StringBuilder digits = new StringBuilder();
    boolean real = false;
    digits(digits, 10);
    if (peek(0) == '.' && isDigit(peek(1))) {
      real = true;
      digits.append('.');
      at++;
      digits(digits, 10);
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (isDigit(peek(1 + sign))) {
        real = true;
        digits.append('e');
        if (sign == 1) {
          digits.append(peek(1));
        }
        at += 1 + sign;
        digits(digits, 10);
      }
    }
    return numberWithSuffix(start, digits.toString(), 10, real);
  }

  private Token radixNumber(int start, int radix) {
    at += 2;
    StringBuilder digits = new StringBuilder();
    digits(digits, radix);
    if (digits.length() == 0) {
      report("NUMBER_INVALID", start, at, "digits are missing");
      return token(TokenKind.BAD, "", start, null);
    }
    return numberWithSuffix(start, digits.toString(), radix, false);
  }

  /** Digits with separators between them; a separator may follow 0x and 0b (C# 7.2). */
  private void digits(StringBuilder digits, int radix) {
    int start = at;
    while (at < limit) {
      char c = text.charAt(at);
      if (c != '_' && Character.digit(asciiOrNul(c), radix) < 0) {
        break;
      }
      if (c != '_') {
        digits.append(c);
      }
      at++;
    }
    if (at > start && text.charAt(at - 1) == '_') {
      report("NUMBER_INVALID", at - 1, at, "a digit separator stands between digits");
    }
  }

  private Token numberWithSuffix(int start, String digits, int radix, boolean real) {
    int suffixStart = at;
    while (at < limit && isIdentifierPart(text.charAt(at))) {
      at++;
    }
    String suffix = asciiLower(text.subSequence(suffixStart, at).toString());
    if (suffix.equals("lu")) {
      suffix = "ul";
    }
    boolean integerSuffix = suffix.equals("u") || suffix.equals("l") || suffix.equals("ul");
    boolean realSuffix = suffix.equals("f") || suffix.equals("d") || suffix.equals("m");
    if (!suffix.isEmpty() && !(integerSuffix && !real) && !(realSuffix && radix == 10)) {
      report("NUMBER_INVALID", suffixStart, at, "no such suffix on a number");
      return token(TokenKind.BAD, "", start, null);
    }
    return token(
        TokenKind.NUMBER, "", start, new NumberLiteral(digits, radix, suffix, real || realSuffix));
  }

  private Token interpolated(int start, boolean verbatim) {
    List<InterpolatedText.Part> parts = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    while (at < limit) {
      char c = text.charAt(at);
      if (c == '"' && !(verbatim && peek(1) == '"')) {
        at++;
        flush(parts, run);
        return token(TokenKind.INTERPOLATED, "", start, new InterpolatedText(parts));
      }
      if (c == '"') {
        run.append('"');
        at += 2;
      } else if (isLineEnd(c) && !verbatim) {
        break;
      } else if (c == '\\' && !verbatim) {
        escape(run);
      } else if ((c == '{' || c == '}') && peek(1) == c) {
        run.append(c);
        at += 2;
      } else if (c == '{') {
        flush(parts, run);
        InterpolatedText.Hole hole = hole(verbatim);
        if (hole == null) {
          break;
        }
        parts.add(hole);
      } else {
        if (c == '}') {
          report(
              "INTERPOLATION_BRACE",
              at,
              at + 1,
              "a '}' in an interpolated string is written twice");
        }
        run.append(c);
        at++;
      }
    }
    report("STRING_UNTERMINATED", start, at, "the interpolated string never ends");
    return token(TokenKind.BAD, "", start, null);
  }

  private static void flush(List<InterpolatedText.Part> parts, StringBuilder run) {
    if (run.length() > 0) {
      parts.add(new InterpolatedText.Text(run.toString()));
      run.setLength(0);
    }
  }

  /** At the '{' of a hole; leaves past its '}', or gives null where the text ends before it. */
  private InterpolatedText.@Nullable Hole hole(boolean verbatim) {
    int start = at;
    at++;
    if (depth >= DEEPEST_INTERPOLATION) {
      report("EXPRESSION_TOO_DEEP", start, at, "interpolated strings nest too deeply");
      at = limit;
      return null;
    }
    Lexer inner = new Lexer(text, at, limit, problems, depth + 1);
    List<Token> tokens = new ArrayList<>();
    int open = 0;
    String format = null;
    while (true) {
      Token token = inner.next();
      if (token.kind() == TokenKind.END) {
        at = limit;
        return null;
      }
      if (open == 0 && token.is("}")) {
        at = token.end();
        break;
      }
      if (open == 0 && (token.is(":") || token.is("::"))) {
        at = token.start() + 1;
        format = format(verbatim);
        if (format == null) {
          return null;
        }
        break;
      }
      if (token.is("(") || token.is("[") || token.is("{")) {
        open++;
      } else if (token.is(")") || token.is("]") || token.is("}")) {
        open--;
      }
      tokens.add(token);
    }
    for (int i = start; i < at && !verbatim; i++) {
      if (isLineEnd(text.charAt(i))) {
        report("STRING_UNTERMINATED", i, i, "only a verbatim $@ string takes a line end in a hole");
        break;
      }
    }
    int end = tokens.isEmpty() ? start + 1 : tokens.get(tokens.size() - 1).end();
    tokens.add(new Token(TokenKind.END, "", end, end, null));
    return new InterpolatedText.Hole(tokens, format);
  }

  /** The format after the colon, up to the hole's '}'. */
  private @Nullable String format(boolean verbatim) {
    StringBuilder format = new StringBuilder();
    while (at < limit) {
      char c = text.charAt(at);
      if (c == '}' && peek(1) != '}') {
        at++;
        return format.toString();
      }
      if ((isLineEnd(c) && !verbatim) || (c == '"' && !(verbatim && peek(1) == '"'))) {
        return null;
      }
      if (c == '\\' && !verbatim) {
        escape(format);
      } else {
        format.append(c);
        at += c == '"' || ((c == '{' || c == '}') && peek(1) == c) ? 2 : 1;
      }
    }
    return null;
  }

  private static String asciiLower(String word) {
    StringBuilder lower = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }

  private static char asciiOrNul(char c) {
    return c < 128 ? c : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isIdentifierStart(char c) {
    return c == '_' || Character.isLetter(c);
  }

  private static boolean isBlank(char c) {
    return (c <= ' ' || c >= 0x80)
        && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF');
  }

  private static boolean isIdentifierPart(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
    }
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }
}
