package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Makes a tree of a document's pieces. */
final class XmlParser {
  private static final int PRESERVE_WHITESPACE = 1;

  private final XmlPieces pieces;
  private final boolean preservesBlanks;
  private final XDocument document = XDocument.create();
  private final Deque<XElement> open = new ArrayDeque<>();

  private XmlParser(String source, int options) {
    this.pieces = new XmlPieces(source);
    this.preservesBlanks = (options & PRESERVE_WHITESPACE) != 0;
  }

  static String checked(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("text");
    }
    return text;
  }

  static XDocument document(String source, int options) {
    return new XmlParser(source, options).read();
  }

  static XElement element(String source, int options) {
    XElement root = document(source, options).root();
    if (root == null) {
      throw XmlFailures.xml("Root element is missing.");
    }
    root.remove();
    return root;
  }

  private XDocument read() {
    while (pieces.next()) {
      switch (pieces.type()) {
        case XmlPieces.DECLARATION -> document.setDeclaration(declaration());
        case XObject.ELEMENT -> start();
        case XmlPieces.END_ELEMENT -> {
          XElement element = open.pop();
          element.hasEmptyText = element.last == null;
        }
        case XmlPieces.BLANKS -> {
          if (preservesBlanks) {
            container().add((Object) pieces.value());
          }
        }
        case XObject.TEXT, XmlPieces.SIGNIFICANT_BLANKS -> container().add((Object) pieces.value());
        default -> container().add((Object) leaf(pieces));
      }
    }
    return document;
  }

  private XContainer container() {
    XElement innermost = open.peek();
    return innermost == null ? document : innermost;
  }

  private XDeclaration declaration() {
    TagScope attributes = pieces.scope();
    return XDeclaration.create("1.0", attributes.value("encoding"), attributes.value("standalone"));
  }

  private void start() {
    XElement element = pieces.scope().element();
    container().add((Object) element);
    if (!pieces.isEmpty()) {
      open.push(element);
    }
  }

  /** The node of a piece that is no tag. */
  static XNode leaf(XmlPieces pieces) {
    return switch (pieces.type()) {
      case XObject.CDATA -> XCData.create(pieces.value());
      case XObject.COMMENT -> XComment.create(pieces.value());
      case XObject.PROCESSING_INSTRUCTION ->
          XProcessingInstruction.create(pieces.name(), pieces.value());
      case XObject.TEXT, XmlPieces.BLANKS, XmlPieces.SIGNIFICANT_BLANKS ->
          XText.create(pieces.value());
      default -> throw new IllegalStateException("no node for a piece of type " + pieces.type());
    };
  }
}
