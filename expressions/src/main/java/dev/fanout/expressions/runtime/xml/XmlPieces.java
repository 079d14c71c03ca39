package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Fence;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document piece by piece: its declaration, tags, text, comments and instructions. No
 * document types; elements no deeper than {@link #DEEPEST}.
 */
final class XmlPieces {
  /** Elements in one another. */
  static final int DEEPEST = 1_000;

  // Kinds of pieces that no node of a tree is: values of XmlNodeType.
  static final int NONE = 0;
  static final int BLANKS = 13;
  static final int SIGNIFICANT_BLANKS = 14;
  static final int END_ELEMENT = 15;
  static final int DECLARATION = 17;

  private final XmlText text;
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean hasBegun;
  private boolean hasRoot;

  private int type = NONE;
  private int depth;
  private boolean isEmpty;
  private String name = "";
  private String value = "";
  private @Nullable TagScope scope;

  /** An element whose end has not come, with its name as written and where that stands. */
  private record Open(String name, int start, TagScope scope) {}

  XmlPieces(String source) {
    this.text = new XmlText(source);
  }

  /** A value of {@code XmlNodeType}. */
  int type() {
    return type;
  }

  /** The number of elements around the piece. */
  int depth() {
    return depth;
  }

  /** Of a start tag: has it no end tag? */
  boolean isEmpty() {
    return isEmpty;
  }

  /** As written, with its prefix: of a tag, or an instruction's target. */
  String name() {
    return name;
  }

  String value() {
    return value;
  }

  /** Of a tag or the declaration. */
  TagScope scope() {
    TagScope known = scope;
    if (known == null) {
      throw new IllegalStateException("a piece of type " + type + " has no attributes");
    }
    return known;
  }

  /** The namespaces that are declared around the piece, and by it if it is a tag; null for none. */
  @Nullable TagScope namespaces() {
    Open innermost = open.peek();
    return scope != null ? scope : innermost == null ? null : innermost.scope();
  }

  /** Goes on; false at the end of the document. */
  boolean next() {
    Fence.steps(1);
    scope = null;
    isEmpty = false;
    depth = open.size();
    if (!hasBegun) {
      hasBegun = true;
      text.skipMark();
      if (text.startsDeclaration()) {
        return declaration();
      }
    }
    if (text.isAtEnd()) {
      finish();
      give(NONE, "", "");
      return false;
    }
    if (text.takes("</")) {
      return endTag();
    }
    if (text.takes("<!--")) {
      return give(XObject.COMMENT, "", text.comment());
    }
    if (text.takes("<![CDATA[")) {
      return cdata();
    }
    if (text.takes("<!")) {
      throw documentType();
    }
    if (text.takes("<?")) {
      return instruction();
    }
    return text.takes("<") ? startTag() : characters();
  }

  private boolean give(int kind, String itsName, String itsValue) {
    type = kind;
    name = itsName;
    value = itsValue;
    return true;
  }

  private void finish() {
    if (!open.isEmpty()) {
      StringBuilder names = new StringBuilder();
      open.forEach(one -> names.append(names.length() == 0 ? "" : ", ").append(one.name()));
      throw text.failure(
          "Unexpected end of file has occurred. The following elements are not closed: "
              + names
              + ".");
    }
    if (!hasRoot) {
      throw XmlFailures.xml("Root element is missing.");
    }
  }

  private boolean declaration() {
    text.takes("<?xml");
    text.skipBlanks();
    int begin = text.position();
    int end = begin;
    TagScope attributes = new TagScope(text, null);
    String[] names = {"version", "encoding", "standalone"};
    int next = 0;
    boolean hasBlank = true;
    while (!text.takes("?>")) {
      int start = text.position();
      String name = hasBlank ? text.name() : "";
      while (next < names.length && !names[next].equals(name)) {
        next++;
      }
      if (next == names.length || (next > 0 && attributes.count() == 0)) {
        throw text.failureAt("Syntax for an XML declaration is invalid.", start);
      }
      String value = text.attributeValue();
      end = text.position();
      switch (next++) {
        case 0 -> {
          if (!value.equals("1.0")) {
            throw text.failureAt("Version number '" + value + "' is invalid.", start);
          }
        }
        case 1 -> {
          // Text has no bytes any more: whatever it says is right.
        }
        default -> {
          if (!value.equals("yes") && !value.equals("no")) {
            throw text.failureAt("Syntax for an XML declaration is invalid.", start);
          }
        }
      }
      attributes.add(name, value, start);
      hasBlank = text.skipBlanks();
    }
    scope = attributes;
    return give(DECLARATION, "xml", text.between(begin, end));
  }

  private boolean startTag() {
    int start = text.position();
    if (open.isEmpty() && hasRoot) {
      throw text.failureAt("There are multiple root elements.", start);
    }
    String written = text.name();
    Open outer = open.peek();
    TagScope attributes = new TagScope(text, outer == null ? null : outer.scope());
    while (true) {
      boolean hasBlank = text.skipBlanks();
      if (text.takes("/>")) {
        isEmpty = true;
        break;
      }
      if (text.takes(">")) {
        break;
      }
      attributes.attribute(hasBlank);
    }
    attributes.resolve(written, start);
    hasRoot = true;
    scope = attributes;
    if (!isEmpty) {
      open.push(new Open(written, start, attributes));
      if (open.size() > DEEPEST) {
        throw text.failureAt("The elements are nested deeper than " + DEEPEST + ".", start);
      }
    }
    return give(XObject.ELEMENT, written, "");
  }

  private boolean endTag() {
    int start = text.position();
    if (open.isEmpty()) {
      throw text.failureAt(
          hasRoot ? "Unexpected end tag." : "Data at the root level is invalid.", start);
    }
    Open innermost = open.pop();
    String written = text.name();
    if (!written.equals(innermost.name())) {
      throw text.failureAt(
          "The '"
              + innermost.name()
              + "' start tag on line "
              + text.line(innermost.start())
              + " position "
              + text.column(innermost.start())
              + " does not match the end tag of '"
              + written
              + "'.",
          start);
    }
    text.skipBlanks();
    text.expect('>');
    depth = open.size();
    scope = innermost.scope();
    return give(END_ELEMENT, written, "");
  }

  private boolean cdata() {
    if (open.isEmpty()) {
      throw text.failureAt("Data at the root level is invalid.", text.position() - 9);
    }
    return give(XObject.CDATA, "", text.cdata());
  }

  private boolean instruction() {
    int start = text.position();
    String target = text.name();
    if (target.equalsIgnoreCase("xml")) {
      throw text.failureAt(
          "Unexpected XML declaration. The XML declaration must be the first node in the document,"
              + " and no whitespace characters are allowed to appear before it.",
          start);
    }
    return give(XObject.PROCESSING_INSTRUCTION, target, text.instruction());
  }

  private RuntimeException documentType() {
    return text.failureAt(
        text.takes("DOCTYPE")
            ? "For security reasons DTD is prohibited in this XML document."
            : "'<!' is an unexpected token.",
        text.position());
  }

  private boolean characters() {
    int start = text.position();
    Open innermost = open.peek();
    String characters = text.characters(innermost == null);
    boolean isBlank = XmlNames.isBlank(characters);
    if (innermost == null && !isBlank) {
      throw text.failureAt("Data at the root level is invalid.", text.firstVisible(start));
    }
    boolean isSignificant = innermost != null && innermost.scope().preservesBlanks();
    return give(
        !isBlank ? XObject.TEXT : isSignificant ? SIGNIFICANT_BLANKS : BLANKS, "", characters);
  }

  /** A complaint about what stands here. */
  RuntimeException failure(String message) {
    return text.failure(message);
  }
}
