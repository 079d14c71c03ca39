package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one tag. */
final class TagReader {
  /** Up to so many attributes of an element are compared one by one. */
  private static final int FEW = 12;

  private static final AttributeNode[] NONE = {};

  private final SourceText source;
  private final String text;
  private final int length;
  private final Scan scan;
  private final TokenStore tokens;
  private final IssueList issues;
  private final ValueReader values;
  private final Names names;
  private final Set<String> many = new HashSet<>();

  /** Those of the tag that is read. */
  private AttributeNode[] attributes = new AttributeNode[FEW];

  private int count;

  TagReader(SourceText source, Scan scan, TokenStore tokens, IssueList issues, ValueReader values) {
    this.source = source;
    this.text = source.text();
    this.length = text.length();
    this.scan = scan;
    this.tokens = tokens;
    this.issues = issues;
    this.values = values;
    this.names = new Names(text);
  }

  /** The name is empty if there is none. */
  record EndTag(String name, int end) {}

  /** Reads the start tag at {@code start}, behind whose {@code <} a name stands. */
  ElementNode startTag(int start, @Nullable ElementNode parent) {
    int nameStart = start + 1;
    int at = scan.skipName(nameStart);
    tokens.add(TokenKind.START_TAG_OPEN, nameStart);
    tokens.add(TokenKind.NAME, at);
    ElementNode element =
        new ElementNode(source, parent, names.at(nameStart, at), start, nameStart);
    count = 0;
    while (true) {
      int space = at;
      at = scan.skipSpace(at);
      tokens.add(TokenKind.WHITESPACE, at);
      if (at == length || text.charAt(at) == '<') {
        issues.error(
            "XML_UNCLOSED_TAG",
            start,
            nameStart + element.name().length(),
            "the tag <" + element.name() + " has no closing '>'");
        element.endStartTag(all(), at, values.endTagOf(element.name(), at).isEmpty());
        return element;
      }
      char c = text.charAt(at);
      if (c == '>') {
        tokens.add(TokenKind.TAG_CLOSE, at + 1);
        element.endStartTag(all(), at + 1, false);
        return element;
      }
      if (c == '/' && text.startsWith("/>", at)) {
        tokens.add(TokenKind.EMPTY_TAG_CLOSE, at + 2);
        element.endStartTag(all(), at + 2, true);
        return element;
      }
      if (!Syntax.isNameStart(c)) {
        at = unexpected(at);
        continue;
      }
      if (space == at) {
        issues.error("XML_MISSING_SPACE", at, at, "a space is missing in front of the attribute");
      }
      at = attribute(at);
    }
  }

  /** Just past the end tag at {@code start} if it is nothing but {@code </name>}, otherwise -1. */
  int plainEndTag(int start, String name) {
    int nameStart = start + 2;
    int nameEnd = nameStart + name.length();
    if (nameEnd >= length || text.charAt(nameEnd) != '>' || !text.startsWith(name, nameStart)) {
      return -1;
    }
    scan.count(name.length());
    tokens.add(TokenKind.END_TAG_OPEN, nameStart);
    tokens.add(TokenKind.NAME, nameEnd);
    tokens.add(TokenKind.TAG_CLOSE, nameEnd + 1);
    return nameEnd + 1;
  }

  /** Reads the end tag at {@code start}. */
  EndTag endTag(int start) {
    int nameStart = start + 2;
    int nameEnd = scan.skipName(nameStart);
    tokens.add(TokenKind.END_TAG_OPEN, nameStart);
    tokens.add(TokenKind.NAME, nameEnd);
    String name = names.at(nameStart, nameEnd);
    if (name.isEmpty()) {
      issues.error("XML_EXPECTED_NAME", start, nameStart, "an end tag without a name");
    }
    int at = scan.skipSpace(nameEnd);
    tokens.add(TokenKind.WHITESPACE, at);
    if (at < length && text.charAt(at) != '>' && text.charAt(at) != '<') {
      int from = at;
      while (at < length && "<>\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      scan.count(at - from);
      tokens.add(TokenKind.UNEXPECTED, at);
      issues.error("XML_UNEXPECTED", from, at, "an end tag has only a name");
    }
    if (at < length && text.charAt(at) == '>') {
      at++;
      tokens.add(TokenKind.TAG_CLOSE, at);
    } else {
      issues.error("XML_UNCLOSED_TAG", start, nameEnd, "the tag </" + name + " has no closing '>'");
    }
    return new EndTag(name, at);
  }

  private int attribute(int start) {
    int nameEnd = scan.skipName(start);
    tokens.add(TokenKind.NAME, nameEnd);
    String name = names.at(start, nameEnd);
    if (isDuplicate(name)) {
      issues.error(
          "XML_DUPLICATE_ATTRIBUTE", start, nameEnd, "the attribute '" + name + "' is given twice");
    }
    int at = scan.skipSpace(nameEnd);
    if (at == length || text.charAt(at) != '=') {
      issues.error(
          "XML_MISSING_VALUE",
          start,
          nameEnd,
          "the attribute '" + name + "' has no value",
          "write " + name + "=\"…\"");
      add(name, start, nameEnd, ValueReader.Value.asWritten(nameEnd), nameEnd);
      return nameEnd;
    }
    tokens.add(TokenKind.WHITESPACE, at);
    tokens.add(TokenKind.EQUALS, at + 1);
    at = scan.skipSpace(at + 1);
    tokens.add(TokenKind.WHITESPACE, at);
    if (at == length || (text.charAt(at) != '"' && text.charAt(at) != '\'')) {
      return unquoted(start, at, name);
    }
    char quote = text.charAt(at);
    tokens.add(TokenKind.QUOTE, at + 1);
    ValueReader.Value value = values.attribute(at + 1, quote);
    int end = value.end();
    if (end < length && text.charAt(end) == quote) {
      end++;
      tokens.add(TokenKind.QUOTE, end);
    }
    add(name, start, at + 1, value, end);
    return end;
  }

  private int unquoted(int start, int at, String name) {
    Optional<ValueReader.Value> halfQuoted = values.withoutOpeningQuote(at);
    if (halfQuoted.isPresent()) {
      int end = halfQuoted.get().end();
      boolean isClosed = text.charAt(end) == '"' || text.charAt(end) == '\'';
      if (isClosed) {
        end++;
        tokens.add(TokenKind.QUOTE, end);
      }
      issues.error(
          "XML_UNQUOTED_VALUE",
          start,
          end,
          "the value of '" + name + "' has no " + (isClosed ? "opening quote" : "quotes"),
          "write " + name + "=\"…\"");
      add(name, start, at, halfQuoted.get(), end);
      return end;
    }
    int end = at;
    while (end < length
        && !Syntax.isSpace(text.charAt(end))
        && "<>\"'".indexOf(text.charAt(end)) < 0
        && !text.startsWith("/>", end)) {
      end++;
    }
    scan.count(end - at);
    tokens.add(TokenKind.ATTRIBUTE_TEXT, end);
    issues.error(
        "XML_UNQUOTED_VALUE",
        start,
        end,
        "the value of '" + name + "' has no quotes",
        "write " + name + "=\"…\"");
    add(name, start, at, ValueReader.Value.asWritten(end), end);
    return end;
  }

  private void add(String name, int start, int valueStart, ValueReader.Value value, int end) {
    if (count == attributes.length) {
      attributes = Arrays.copyOf(attributes, count * 2);
    }
    attributes[count++] = new AttributeNode(source, name, start, valueStart, value, end);
  }

  private AttributeNode[] all() {
    return count == 0 ? NONE : Arrays.copyOf(attributes, count);
  }

  private boolean isDuplicate(String name) {
    if (count < FEW) {
      for (int i = 0; i < count; i++) {
        if (attributes[i].name().equals(name)) {
          return true;
        }
      }
      return false;
    }
    if (count == FEW) {
      many.clear();
      for (int i = 0; i < count; i++) {
        many.add(attributes[i].name());
      }
    }
    return !many.add(name);
  }

  /** Consumes what belongs in no tag. */
  private int unexpected(int start) {
    int end = start + 1;
    while (end < length
        && !Syntax.isSpace(text.charAt(end))
        && "<>".indexOf(text.charAt(end)) < 0
        && !text.startsWith("/>", end)) {
      end++;
    }
    scan.count(end - start);
    tokens.add(TokenKind.UNEXPECTED, end);
    issues.error("XML_UNEXPECTED", start, end, "this belongs in no tag");
    return end;
  }
}
