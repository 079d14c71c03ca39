package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceText;
import org.jspecify.annotations.Nullable;

/** Reads one document from start to end; whatever is wrong, each step consumes something. */
final class DocumentParser {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Real documents have about so many, or more. */
  private static final int CHARACTERS_A_TOKEN = 8;

  private final SourceText source;
  private final int maxLength;
  private final String text;
  private final int length;
  private final Scan scan;
  private final TokenStore tokens;
  private final IssueList issues;
  private final TagReader tags;
  private final ValueReader values;
  private final OpenElements open = new OpenElements();
  private int position;
  private boolean hasRoot;
  private boolean tooDeep;

  DocumentParser(SourceText source) {
    this(source, PolicyParser.MAX_LENGTH);
  }

  DocumentParser(SourceText source, int maxLength) {
    this.source = source;
    this.maxLength = maxLength;
    this.text = source.text();
    this.length = text.length();
    this.scan = new Scan(text);
    this.issues = new IssueList(source);
    this.tokens = new TokenStore(64 + Math.min(length, maxLength) / CHARACTERS_A_TOKEN);
    this.values = new ValueReader(source, scan, tokens, issues);
    this.tags = new TagReader(source, scan, tokens, issues, values);
  }

  ParsedPolicy parse() {
    if (length > maxLength) {
      issues.error(
          "POLICY_TOO_LARGE",
          0,
          0,
          "the document has " + length + " characters, more than " + maxLength);
      giveUp();
      return result();
    }
    prolog();
    while (position < length) {
      node();
    }
    ElementNode last = open.innermost();
    while (last != null) {
      if (tooDeep) {
        close(position, position);
      } else {
        closeUnclosed(last, position);
      }
      last = open.innermost();
    }
    if (!hasRoot) {
      issues.error("XML_NO_ROOT", 0, 0, "the document has no element");
    }
    return result();
  }

  /** How many characters were looked at; the sum of all looks ahead. */
  long steps() {
    return scan.steps();
  }

  private ParsedPolicy result() {
    return new ParsedPolicy(new PolicyTree(source, open.documentNodes(), tokens), issues.toList());
  }

  private void prolog() {
    if (text.startsWith(String.valueOf(BYTE_ORDER_MARK))) {
      markup(TokenKind.BYTE_ORDER_MARK, 1);
    }
    if (isDeclaration(position)) {
      int end = scan.find(Scan.Mark.INSTRUCTION_END, position);
      if (end >= 0) {
        markup(TokenKind.XML_DECLARATION, end + Scan.Mark.INSTRUCTION_END.length());
      }
    }
  }

  private void node() {
    if (text.charAt(position) != '<' || position + 1 == length) {
      text();
      return;
    }
    char next = text.charAt(position + 1);
    if (next == '/') {
      endTag();
    } else if (next == '!') {
      if (text.startsWith("<!--", position)) {
        comment();
      } else if (text.startsWith("<![CDATA[", position)) {
        cdata();
      } else {
        doctype();
      }
    } else if (next == '?') {
      instruction();
    } else if (Syntax.isNameStart(next)) {
      startTag();
    } else {
      text();
    }
  }

  private void text() {
    int start = position;
    ElementNode parent = open.innermost();
    ValueReader.Value value = values.text(start, parent == null ? "" : parent.name());
    position = value.end();
    TextNode node = new TextNode(source, start, value);
    if (parent == null && !node.isBlank()) {
      int first = scan.skipSpace(start);
      int last = position;
      while (Syntax.isSpace(text.charAt(last - 1))) {
        last--;
      }
      issues.error(
          "XML_TEXT_OUTSIDE_ROOT",
          first,
          last,
          "text " + (hasRoot ? "behind" : "in front of") + " the root element");
    }
    open.add(node);
  }

  private void comment() {
    int start = position;
    int end = scan.find(Scan.Mark.COMMENT_END, start + 4);
    if (end < 0) {
      issues.error("XML_UNCLOSED_COMMENT", start, start + 4, "the comment has no closing '-->'");
      position = endOfBrokenMarkup(start);
    } else {
      position = end + Scan.Mark.COMMENT_END.length();
      int hyphens = text.indexOf("--", start + 4);
      if (hyphens < end) {
        issues.warning(
            "XML_DOUBLE_HYPHEN",
            hyphens,
            hyphens + 2,
            "'--' must not stand in a comment",
            text.startsWith("<!", hyphens - 2)
                ? "close the comment that begins in line " + source.positionAt(start).line()
                : "use one hyphen");
      }
    }
    tokens.add(TokenKind.COMMENT, position);
    open.add(new CommentNode(source.span(start, position)));
  }

  private void cdata() {
    int start = position;
    int end = scan.find(Scan.Mark.CDATA_END, start + 9);
    if (end < 0) {
      issues.error(
          "XML_UNCLOSED_CDATA", start, start + 9, "the CDATA section has no closing ']]>'");
      position = endOfBrokenCdata(start);
    } else {
      position = end + Scan.Mark.CDATA_END.length();
    }
    tokens.add(TokenKind.CDATA, position);
    if (open.isEmpty()) {
      issues.error(
          "XML_TEXT_OUTSIDE_ROOT", start, position, "a CDATA section outside the root element");
    }
    open.add(new CDataNode(source.span(start, position)));
  }

  private void doctype() {
    int start = position;
    int depth = 0;
    int at = start;
    while (at < length && (text.charAt(at) != '>' || depth > 0)) {
      char c = text.charAt(at++);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    }
    scan.count(at - start);
    issues.error(
        "XML_DOCTYPE",
        start,
        scan.skipName(start + 2),
        "a policy document must not have a DOCTYPE or other declarations; it is not read");
    markup(TokenKind.UNEXPECTED, Math.min(length, at + 1));
  }

  private void instruction() {
    int start = position;
    int end = scan.find(Scan.Mark.INSTRUCTION_END, start);
    if (isDeclaration(start)) {
      issues.error(
          "XML_DECLARATION_NOT_FIRST",
          start,
          start + 5,
          "the XML declaration must be the first thing in the document and end with '?>'");
    } else {
      issues.error(
          "XML_PROCESSING_INSTRUCTION",
          start,
          scan.skipName(start + 2),
          "a policy document must not have processing instructions");
    }
    markup(
        TokenKind.UNEXPECTED,
        end < 0 ? endOfBrokenMarkup(start) : end + Scan.Mark.INSTRUCTION_END.length());
  }

  private boolean isDeclaration(int at) {
    return text.startsWith("<?xml", at)
        && (at + 5 == length || !Syntax.isNamePart(text.charAt(at + 5)));
  }

  private void startTag() {
    if (open.depth() == PolicyParser.MAX_DEPTH) {
      issues.error(
          "POLICY_TOO_DEEP",
          position,
          position + 1,
          "elements are nested more than "
              + PolicyParser.MAX_DEPTH
              + " deep; the rest is not read");
      tooDeep = true;
      giveUp();
      return;
    }
    ElementNode element = tags.startTag(position, open.innermost());
    position = element.end();
    if (open.isEmpty()) {
      if (hasRoot) {
        issues.error(
            "XML_SECOND_ROOT",
            element.nameSpan().start(),
            element.nameSpan().end(),
            "a second root element <" + element.name() + ">");
      }
      hasRoot = true;
    }
    open.add(element);
    if (!element.isSelfClosing()) {
      open.push(element);
    }
  }

  private void endTag() {
    int start = position;
    ElementNode innermost = open.innermost();
    if (innermost != null) {
      int end = tags.plainEndTag(start, innermost.name());
      if (end >= 0) {
        position = end;
        close(start, end);
        return;
      }
    }
    TagReader.EndTag tag = tags.endTag(start);
    position = tag.end();
    String name = closes(tag.name());
    if (name == null) {
      if (!tag.name().isEmpty()) {
        issues.error(
            "XML_STRAY_END_TAG",
            start,
            position,
            "</" + tag.name() + "> closes nothing",
            innermost == null
                ? "remove it"
                : "the element that is open here is <" + innermost.name() + ">");
      }
      open.add(new MarkupNode(source.span(start, position)));
      return;
    }
    ElementNode last = innermost;
    while (last != null && !last.name().equals(name)) {
      closeUnclosed(last, start);
      last = open.innermost();
    }
    if (!name.equals(tag.name())) {
      issues.error(
          "XML_MISMATCHED_END_TAG",
          start + 2,
          start + 2 + tag.name().length(),
          "</" + tag.name() + "> closes <" + name + ">",
          "did you mean </" + name + ">?");
    }
    close(start, position);
  }

  /** The open element that an end tag of this name is for, if it is for any. */
  private @Nullable String closes(String name) {
    if (open.isOpen(name)) {
      return name;
    }
    ElementNode innermost = open.innermost();
    if (innermost != null && !name.isEmpty() && Similarity.isTypo(name, innermost.name())) {
      return innermost.name();
    }
    return null;
  }

  private void closeUnclosed(ElementNode element, int end) {
    issues.error(
        "XML_UNCLOSED_ELEMENT",
        element.nameSpan().start(),
        element.nameSpan().end(),
        "<" + element.name() + "> is not closed",
        "write </" + element.name() + "> behind its content, or end its tag with '/>'");
    close(end, end);
  }

  private void close(int contentEnd, int end) {
    open.pop().endContent(contentEnd, end);
  }

  private void giveUp() {
    markup(TokenKind.UNEXPECTED, length);
  }

  private void markup(TokenKind kind, int end) {
    int start = position;
    position = end;
    tokens.add(kind, end);
    if (start < end) {
      open.add(new MarkupNode(source.span(start, end)));
    }
  }

  /** In front of the end tag of its element, if there is one. */
  private int endOfBrokenCdata(int start) {
    ElementNode parent = open.innermost();
    return parent == null
        ? endOfBrokenMarkup(start)
        : values.endTagOf(parent.name(), start).orElseGet(() -> endOfBrokenMarkup(start));
  }

  /** Markup without its end is as long as its line, or up to its first {@code >}. */
  private int endOfBrokenMarkup(int start) {
    int end = start;
    while (end < length && "\r\n>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    scan.count(end - start);
    return end < length && text.charAt(end) == '>' ? end + 1 : end;
  }
}
