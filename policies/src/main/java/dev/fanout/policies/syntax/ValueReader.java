package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceText;
import dev.fanout.expressions.ExpressionScanner;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads attribute values and text. Where a value starts with an expression, the expression's own C#
 * tokens say where it ends, unless the value is complete as XML: then its entities are decoded
 * first.
 */
final class ValueReader {
  /** ASCII that stands for itself in an attribute value and neither begins nor ends anything. */
  private static final boolean[] PLAIN = new boolean[0x80];

  /** ASCII that stands for itself in a value whose end is known, and in text. */
  private static final boolean[] IN_VALUE = new boolean[0x80];

  private static final boolean[] IN_TEXT = new boolean[0x80];

  static {
    for (char c = ' '; c < PLAIN.length; c++) {
      PLAIN[c] = "&<$@\"'".indexOf(c) < 0;
      IN_VALUE[c] = "&<".indexOf(c) < 0;
      IN_TEXT[c] = "&<]".indexOf(c) < 0;
    }
    IN_TEXT['\n'] = true;
    IN_TEXT['\t'] = true;
  }

  private final SourceText source;
  private final String text;
  private final int length;
  private final Scan scan;
  private final TokenStore tokens;
  private final IssueList issues;

  ValueReader(SourceText source, Scan scan, TokenStore tokens, IssueList issues) {
    this.source = source;
    this.text = source.text();
    this.length = text.length();
    this.scan = scan;
    this.tokens = tokens;
    this.issues = issues;
  }

  /**
   * A value that was read.
   *
   * @param end where it ends in the document
   * @param decoded null if it is what stands there
   */
  record Value(int end, @Nullable String decoded, @Nullable PolicyExpression expression) {
    static Value asWritten(int end) {
      return new Value(end, null, null);
    }
  }

  /**
   * The value behind an opening quote. Ends at its closing quote; or elsewhere, with an issue, if
   * that is missing.
   */
  Value attribute(int start, char quote) {
    int plainEnd = plainEnd(start, quote);
    if (plainEnd >= 0) {
      tokens.add(TokenKind.ATTRIBUTE_TEXT, plainEnd);
      return Value.asWritten(plainEnd);
    }
    int at = scan.skipSpace(start);
    if (ExpressionScanner.startsExpression(text, at)) {
      return attributeExpression(start, at, quote);
    }
    if (text.startsWith("&#", at)) {
      int end = scan.find(Scan.Mark.ofQuote(quote), at);
      if (end >= 0) {
        Optional<Value> escaped = escaped(start, end, TokenKind.ATTRIBUTE_TEXT);
        if (escaped.isPresent()) {
          return escaped.get();
        }
      }
    }
    return plainAttribute(start, quote);
  }

  /**
   * The value at {@code start} if its end is clear: that of an expression, with or without a quote
   * behind it, or the first quote of the line, and its tag goes on there.
   */
  Optional<Value> withoutOpeningQuote(int start) {
    if (!scan.canSpend()) {
      return Optional.empty();
    }
    if (ExpressionScanner.startsExpression(text, start)) {
      int end = scan.expressionEnd(start);
      if (end >= 0 && end < length && continuesTag(isQuote(end) ? end + 1 : end)) {
        return Optional.of(expression(start, start, end, end, TokenKind.ATTRIBUTE_TEXT));
      }
      scan.spendInVain(scan.lastLook());
    }
    int end = start;
    while (end < length && !isQuote(end) && "<>\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    scan.count(end - start);
    boolean closes =
        end < length && isQuote(end) && text.charAt(end - 1) != '=' && continuesTag(end + 1);
    if (!closes) {
      scan.spendInVain(end - start);
      return Optional.empty();
    }
    tokens.add(TokenKind.ATTRIBUTE_TEXT, end);
    return Optional.of(new Value(end, decode(start, end, true), null));
  }

  private boolean isQuote(int at) {
    return text.charAt(at) == '"' || text.charAt(at) == '\'';
  }

  /** The closing quote of a value in which no character means anything, or -1. */
  private int plainEnd(int start, char quote) {
    int at = start;
    while (at < length && isPlain(text.charAt(at))) {
      at++;
    }
    scan.count(at - start);
    boolean plain =
        at < length && text.charAt(at) == quote && (at == start || text.charAt(at - 1) != '=');
    return plain ? at : -1;
  }

  private static boolean isPlain(char c) {
    return c < 0x80 ? PLAIN[c] : c < 0xD800;
  }

  /** The text up to the next markup. {@code parentName} is empty outside the root. */
  Value text(int start, String parentName) {
    int at = blankEnd(start);
    if (at < length && text.charAt(at) == '<' && isMarkup(at)) {
      tokens.add(TokenKind.TEXT, at);
      return Value.asWritten(at);
    }
    at = scan.skipSpace(at);
    if (!parentName.isEmpty() && ExpressionScanner.startsExpression(text, at)) {
      return textExpression(start, at, parentName);
    }
    return plainText(start);
  }

  /** Past whitespace that stands for itself. */
  private int blankEnd(int start) {
    int at = start;
    while (at < length) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\t') {
        break;
      }
      at++;
    }
    scan.count(at - start);
    return at;
  }

  private Value attributeExpression(int start, int at, char quote) {
    int naiveEnd = scan.find(Scan.Mark.ofQuote(quote), at);
    if (naiveEnd >= 0) {
      Optional<Value> escaped = escaped(start, naiveEnd, TokenKind.ATTRIBUTE_TEXT);
      if (escaped.isPresent()) {
        return escaped.get();
      }
    }
    int end = scan.expressionEnd(at);
    if (end >= 0) {
      int after = scan.skipSpace(end);
      if (after < length && text.charAt(after) == quote) {
        return expression(start, at, end, after, TokenKind.ATTRIBUTE_TEXT);
      }
      if (tagGoesOn(end, quote)) {
        reportUnclosed(start);
        return expression(start, at, end, end, TokenKind.ATTRIBUTE_TEXT);
      }
    }
    scan.spendInVain(scan.lastLook());
    int looseEnd = looseEnd(at);
    if (looseEnd >= 0) {
      int after = scan.skipSpace(looseEnd);
      if (after < length && text.charAt(after) == quote) {
        return expression(start, at, looseEnd, after, TokenKind.ATTRIBUTE_TEXT);
      }
    }
    int valueEnd = endOfBrokenValue(at + 1, quote);
    reportBroken(at, end, valueEnd);
    tokens.add(TokenKind.ATTRIBUTE_TEXT, valueEnd);
    return Value.asWritten(valueEnd);
  }

  /** Does the tag go on behind an expression, and no quote of its line can close the value? */
  private boolean tagGoesOn(int end, char quote) {
    if (end < length && Syntax.isSpace(text.charAt(end)) && startsAttribute(end)) {
      return true;
    }
    int at = end;
    while (at < length && "\r\n".indexOf(text.charAt(at)) < 0 && text.charAt(at) != quote) {
      at++;
    }
    scan.count(at - end);
    boolean goesOn = (at == length || text.charAt(at) != quote) && continuesTag(end);
    if (!goesOn) {
      scan.spendInVain(at - end);
    }
    return goesOn;
  }

  private Value textExpression(int start, int at, String parentName) {
    int naiveEnd = scan.find(Scan.Mark.LESS_THAN, at);
    int markup = naiveEnd < 0 ? length : naiveEnd;
    Optional<Value> escaped = escaped(start, markup, TokenKind.TEXT);
    if (escaped.isPresent()) {
      return escaped.get();
    }
    int end = scan.expressionEnd(at);
    if (end >= 0) {
      int after = scan.skipSpace(end);
      if (after == length || text.charAt(after) == '<') {
        return expression(start, at, end, after, TokenKind.TEXT);
      }
    }
    scan.spendInVain(scan.lastLook());
    int looseEnd = looseEnd(at);
    if (looseEnd >= 0) {
      int after = scan.skipSpace(looseEnd);
      if (text.startsWith("</", after)) {
        return expression(start, at, looseEnd, after, TokenKind.TEXT);
      }
    }
    int valueEnd = endTagOf(parentName, at).orElse(markup);
    if (end >= 0 && end < valueEnd) {
      int next = scan.find(Scan.Mark.LESS_THAN, end);
      valueEnd = Math.min(valueEnd, next < 0 ? length : next);
    }
    reportBroken(at, end, valueEnd);
    tokens.add(TokenKind.TEXT, valueEnd);
    return Value.asWritten(valueEnd);
  }

  /** The value if it is complete as XML and its entities hide an expression. */
  private Optional<Value> escaped(int start, int end, TokenKind around) {
    if (scan.findWithin(Scan.Mark.AMPERSAND, start, end) < 0
        || scan.findWithin(Scan.Mark.LESS_THAN, start, end) >= 0) {
      return Optional.empty();
    }
    StringBuilder decoded = new StringBuilder(end - start);
    if (references(start, end, decoded, Integer.MAX_VALUE) < end) {
      return Optional.empty();
    }
    String value = decoded.toString();
    Optional<Values.Range> range = Values.rangeOf(value);
    if (range.isEmpty()) {
      return Optional.empty();
    }
    int expressionStart = range.get().start();
    int expressionEnd = range.get().end();
    int from = references(start, end, new StringBuilder(), expressionStart);
    int to =
        expressionEnd == value.length()
            ? end
            : references(start, end, new StringBuilder(), expressionEnd);
    tokens.add(around, from);
    tokens.add(TokenKind.EXPRESSION, to);
    tokens.add(around, end);
    PolicyExpression expression =
        new PolicyExpression(
            source.span(from, to), value.substring(expressionStart, expressionEnd));
    return Optional.of(new Value(end, value, expression));
  }

  /**
   * Decodes until there are so many characters. Gives where it stopped, which is where an ampersand
   * stands that is no reference, if there is one.
   */
  private int references(int start, int end, StringBuilder decoded, int most) {
    int at = start;
    while (at < end && decoded.length() < most) {
      char c = text.charAt(at);
      if (c != '&') {
        decoded.append(c);
        at++;
        continue;
      }
      Reference reference = Reference.at(text, at, end).orElse(null);
      if (reference == null || reference.text() == null) {
        return at;
      }
      decoded.append(reference.text());
      at = reference.end();
    }
    scan.count(at - start);
    return at;
  }

  private Value expression(int start, int at, int end, int valueEnd, TokenKind around) {
    tokens.add(around, at);
    tokens.add(TokenKind.EXPRESSION, end);
    tokens.add(around, valueEnd);
    String code = text.substring(at, end);
    boolean whole = at == start && end == valueEnd;
    return new Value(
        valueEnd, whole ? code : null, new PolicyExpression(source.span(at, end), code));
  }

  private int looseEnd(int at) {
    if (!scan.canSpend()) {
      return -1;
    }
    int end = LooseScanner.endOf(text, at);
    int looked = (end < 0 ? -1 - end : end) - at;
    scan.count(looked);
    scan.spendInVain(looked);
    return end;
  }

  private void reportBroken(int at, int expressionEnd, int valueEnd) {
    if (expressionEnd >= 0 && expressionEnd < valueEnd) {
      int after = scan.skipSpace(expressionEnd);
      issues.error(
          "EXPRESSION_NOT_WHOLE_VALUE",
          Math.min(after, valueEnd),
          valueEnd,
          "an expression must be the whole value, but text follows it",
          "move the text into the expression, as in @(… + \"text\")");
      return;
    }
    char open = text.charAt(at + 1);
    issues.error(
        "EXPRESSION_UNCLOSED",
        at,
        Math.min(at + 2, valueEnd),
        "the expression has no closing '" + (open == '(' ? ')' : '}') + "'");
  }

  private Value plainAttribute(int start, char quote) {
    int end = closingQuote(start, quote);
    if (end < 0 || isNextAttribute(start, end)) {
      return unclosedAttribute(start);
    }
    if (scan.findWithin(Scan.Mark.LESS_THAN, start, end) >= 0 && !continuesTag(end + 1)) {
      return unclosedAttribute(start);
    }
    tokens.add(TokenKind.ATTRIBUTE_TEXT, end);
    return new Value(end, decode(start, end, true), null);
  }

  private Value unclosedAttribute(int start) {
    int end = cut(start);
    reportUnclosed(start);
    tokens.add(TokenKind.ATTRIBUTE_TEXT, end);
    return new Value(end, decode(start, end, true), null);
  }

  private void reportUnclosed(int start) {
    issues.error(
        "XML_UNCLOSED_VALUE", start - 1, start, "the value that starts here has no closing quote");
  }

  /** The closing quote; those in an interpolation of a template tool, on one line, do not count. */
  private int closingQuote(int start, char quote) {
    int from = start;
    while (true) {
      int end = scan.find(Scan.Mark.ofQuote(quote), from);
      if (end < 0) {
        return -1;
      }
      int dollar = scan.findWithin(Scan.Mark.DOLLAR, from, end);
      int close = dollar < 0 ? -1 : interpolationEnd(dollar);
      if (dollar < 0) {
        return end;
      }
      from = Math.max(close, dollar) + 1;
    }
  }

  /** The closing brace of the interpolation, or -1 if none stands here. */
  private int interpolationEnd(int dollar) {
    if (!text.startsWith("${", dollar) || !scan.canSpend()) {
      return -1;
    }
    int depth = 0;
    int i = dollar + 1;
    for (; i < length && text.charAt(i) != '\n' && text.charAt(i) != '<'; i++) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        scan.count(i - dollar);
        return i;
      }
    }
    scan.count(i - dollar);
    scan.spendInVain(i - dollar);
    return -1;
  }

  /** Was the quote at {@code end} meant to open the value of another attribute? */
  private boolean isNextAttribute(int start, int end) {
    int at = end - 1;
    if (at < start || text.charAt(at) != '=' || end + 1 >= length) {
      return false;
    }
    char next = text.charAt(end + 1);
    if (Syntax.isSpace(next) || next == '>' || next == '/') {
      return false;
    }
    int nameEnd = at;
    while (at > start && Syntax.isNamePart(text.charAt(at - 1))) {
      at--;
    }
    scan.count(nameEnd - at);
    return at < nameEnd && at > start && Syntax.isSpace(text.charAt(at - 1));
  }

  /**
   * Where a value that lacks its quote ends: before the next attribute, the tag's end or the
   * line's.
   */
  private int cut(int start) {
    int end = start;
    while (end < length && "\r\n<>".indexOf(text.charAt(end)) < 0) {
      if (Syntax.isSpace(text.charAt(end))) {
        if (startsAttribute(end)) {
          break;
        }
        while (text.startsWith(" ", end + 1) || text.startsWith("\t", end + 1)) {
          end++;
        }
      }
      end++;
    }
    scan.count(end - start);
    if (end > start && text.startsWith("/>", end - 1)) {
      end--;
    }
    while (end > start && Syntax.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /**
   * Where the value with a broken expression ends: at the first quote behind which its tag goes on;
   * failing that, where a value without a closing quote ends.
   */
  private int endOfBrokenValue(int from, char quote) {
    if (scan.canSpend()) {
      Scan.Mark mark = Scan.Mark.ofQuote(quote);
      for (int at = scan.find(mark, from); at >= 0; at = scan.find(mark, at + 1)) {
        if (continuesTag(at + 1)) {
          return at;
        }
      }
      scan.spendInVain(length - from);
    }
    return cut(from);
  }

  /** Could a tag go on like this behind a value? */
  private boolean continuesTag(int from) {
    int at = scan.skipSpace(from);
    if (at == length) {
      return false;
    }
    char c = text.charAt(at);
    if (c == '>') {
      return true;
    }
    if (c == '/') {
      return at + 1 < length && text.charAt(at + 1) == '>';
    }
    return at > from && startsAttribute(at - 1);
  }

  /** Do whitespace, a name, an equals sign and a quote stand here? */
  private boolean startsAttribute(int space) {
    int name = scan.skipSpace(space);
    int nameEnd = scan.skipName(name);
    if (nameEnd == name || !Syntax.isNameStart(text.charAt(name))) {
      return false;
    }
    int equals = scan.skipSpace(nameEnd);
    if (equals >= length || text.charAt(equals) != '=') {
      return false;
    }
    int quote = scan.skipSpace(equals + 1);
    return quote < length && (text.charAt(quote) == '"' || text.charAt(quote) == '\'');
  }

  /** Where an end tag of this name stands next; empty if it is nowhere or too much was searched. */
  Optional<Integer> endTagOf(String name, int from) {
    if (!scan.canSpend()) {
      return Optional.empty();
    }
    String endTag = "</" + name;
    int at = text.indexOf(endTag, from);
    while (at >= 0) {
      int after = at + endTag.length();
      if (after == length || !Syntax.isNamePart(text.charAt(after))) {
        scan.count(at - from);
        return Optional.of(at);
      }
      at = text.indexOf(endTag, after);
    }
    scan.count(length - from);
    scan.spendInVain(length - from);
    return Optional.empty();
  }

  private Value plainText(int start) {
    int end = start;
    while (true) {
      int next = scan.find(Scan.Mark.LESS_THAN, end);
      if (next < 0) {
        end = length;
        break;
      }
      if (isMarkup(next)) {
        end = next;
        break;
      }
      issues.error("XML_BARE_LESS_THAN", next, next + 1, "a bare '<' in text", "write &lt;");
      end = next + 1;
    }
    tokens.add(TokenKind.TEXT, end);
    return new Value(end, decode(start, end, false), null);
  }

  private boolean isMarkup(int lessThan) {
    if (lessThan + 1 >= length) {
      return false;
    }
    char next = text.charAt(lessThan + 1);
    return next == '/' || next == '!' || next == '?' || Syntax.isNameStart(next);
  }

  /**
   * The value with its references decoded, null if it is as it is written; what is wrong in it is
   * reported and stays as it is.
   */
  private @Nullable String decode(int start, int end, boolean attribute) {
    scan.count(end - start);
    int i = start;
    boolean[] ordinary = attribute ? IN_VALUE : IN_TEXT;
    while (i < end && isOrdinary(text.charAt(i), ordinary)) {
      i++;
    }
    if (i == end) {
      return null;
    }
    StringBuilder decoded = new StringBuilder(end - start).append(text, start, i);
    while (i < end) {
      char c = text.charAt(i);
      if (c == '&') {
        i = decodeReference(i, end, decoded);
        continue;
      }
      if (c == '\r') {
        i += i + 1 < end && text.charAt(i + 1) == '\n' ? 1 : 0;
        decoded.append(attribute ? ' ' : '\n');
      } else if (attribute && (c == '\n' || c == '\t')) {
        decoded.append(' ');
      } else {
        check(i, end, attribute);
        decoded.append(c);
      }
      i++;
    }
    return decoded.toString();
  }

  private static boolean isOrdinary(char c, boolean[] ordinary) {
    return c < 0x80 ? ordinary[c] : c < 0xD800;
  }

  private void check(int at, int end, boolean attribute) {
    char c = text.charAt(at);
    if (c == '<' && attribute) {
      issues.error("XML_BARE_LESS_THAN", at, at + 1, "a bare '<' in a value", "write &lt;");
    } else if (c == ']' && !attribute && at + 2 < end && text.startsWith("]]>", at)) {
      issues.error(
          "XML_CDATA_END_IN_TEXT", at, at + 3, "']]>' without a CDATA section", "write ]]&gt;");
    } else if (!Syntax.isAllowed(text, at)) {
      issues.error(
          "XML_INVALID_CHARACTER",
          at,
          at + 1,
          String.format(Locale.ROOT, "the character U+%04X must not stand in XML", (int) c));
    }
  }

  private int decodeReference(int at, int end, StringBuilder decoded) {
    Optional<Reference> found = Reference.at(text, at, end);
    if (found.isEmpty()) {
      issues.error("XML_BARE_AMPERSAND", at, at + 1, "a bare '&'", "write &amp;");
      decoded.append('&');
      return at + 1;
    }
    Reference reference = found.get();
    String character = reference.text();
    if (character == null) {
      String name = text.substring(at, reference.end());
      issues.error(
          "XML_UNKNOWN_ENTITY",
          at,
          reference.end(),
          "'" + name + "' is none of XML's entities",
          "&amp; &lt; &gt; &quot; &apos; and characters like &#160; are known");
      decoded.append(name);
    } else {
      decoded.append(character);
    }
    return reference.end();
  }
}
