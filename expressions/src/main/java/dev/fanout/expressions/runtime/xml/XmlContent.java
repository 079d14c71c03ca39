package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What a reader reads in one go: the text of an element, a node with all below it. */
final class XmlContent {
  private final XmlReader reader;

  XmlContent(XmlReader reader) {
    this.reader = reader;
  }

  /** The text of the element that the reader is on, and on behind it. */
  String ofElement(String method) {
    if (reader.nodeType() != XObject.ELEMENT) {
      throw Failures.invalidOperation(
          "The " + method + " method is not supported on node type " + reader.nodeName() + ".");
    }
    boolean isEmpty = reader.isEmptyElement();
    reader.read();
    if (isEmpty) {
      return "";
    }
    String text = text();
    if (reader.nodeType() == XObject.ELEMENT) {
      throw reader
          .pieces()
          .failure(
              "ReadElementContentAs() methods cannot be called on an element that has child"
                  + " elements.");
    }
    reader.read();
    return text;
  }

  /** Text up to the next tag; comments and instructions do not end it. */
  String text() {
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (reader.nodeType()) {
        case XObject.TEXT, XObject.CDATA, XmlPieces.BLANKS, XmlPieces.SIGNIFICANT_BLANKS ->
            text.append(reader.value());
        case XObject.COMMENT, XObject.PROCESSING_INSTRUCTION -> {}
        default -> {
          return text.toString();
        }
      }
      XmlOutput.checkLength(text.length());
      reader.read();
    }
  }

  /** Text that nothing interrupts. */
  String string() {
    reader.moveToElement();
    if (reader.nodeType() == XObject.ELEMENT) {
      if (reader.isEmptyElement()) {
        return "";
      }
      reader.read();
      if (reader.nodeType() == XmlPieces.END_ELEMENT) {
        return "";
      }
    }
    StringBuilder text = new StringBuilder();
    while (isText(reader.nodeType())) {
      text.append(reader.value());
      XmlOutput.checkLength(text.length());
      reader.read();
    }
    return text.toString();
  }

  private static boolean isText(int type) {
    return type == XObject.TEXT
        || type == XObject.CDATA
        || type == XmlPieces.BLANKS
        || type == XmlPieces.SIGNIFICANT_BLANKS;
  }

  String ofSimpleElement() {
    if (reader.moveToContent() != XObject.ELEMENT) {
      throw reader.pieces().failure("'" + reader.nodeName() + "' is an invalid XmlNodeType.");
    }
    String text = "";
    if (!reader.isEmptyElement()) {
      reader.read();
      text = string();
      if (reader.nodeType() != XmlPieces.END_ELEMENT) {
        throw reader
            .pieces()
            .failure(
                "'"
                    + reader.nodeName()
                    + "' is an invalid XmlNodeType. Simple content or an empty element is"
                    + " expected.");
      }
    }
    reader.read();
    return text;
  }

  /** The node that a reader is on, with all below it; the reader goes on behind it. */
  static XNode node(@Nullable XmlReader reader) {
    XmlReader known = known(reader);
    if (known.readState() != 1) {
      throw Failures.invalidOperation("The XmlReader state should be Interactive.");
    }
    int type = known.nodeType();
    if (type == XObject.ELEMENT) {
      return element(known);
    }
    if (!isText(type) && type != XObject.COMMENT && type != XObject.PROCESSING_INSTRUCTION) {
      throw Failures.invalidOperation(
          "The XmlReader should not be on a node of type " + known.nodeName() + ".");
    }
    XNode leaf = XmlParser.leaf(known.pieces());
    known.read();
    return leaf;
  }

  /** The whole document's element. */
  static XElement load(@Nullable XmlReader reader) {
    XmlReader known = known(reader);
    if (known.moveToContent() != XObject.ELEMENT) {
      throw Failures.invalidOperation(
          "The XmlReader must be on a node of type Element instead of a node of type "
              + known.nodeName()
              + ".");
    }
    XElement element = element(known);
    known.moveToContent();
    if (!known.isAtEnd()) {
      throw Failures.invalidOperation(
          "The XmlReader state should be EndOfFile after this operation.");
    }
    return element;
  }

  private static XElement element(XmlReader reader) {
    XmlPieces pieces = reader.pieces();
    XElement root = pieces.scope().element();
    Deque<XElement> open = new ArrayDeque<>();
    if (!pieces.isEmpty()) {
      open.push(root);
    }
    while (!open.isEmpty() && reader.read()) {
      switch (pieces.type()) {
        case XObject.ELEMENT -> {
          XElement element = pieces.scope().element();
          open.element().add((Object) element);
          if (!pieces.isEmpty()) {
            open.push(element);
          }
        }
        case XmlPieces.END_ELEMENT -> {
          XElement element = open.pop();
          element.hasEmptyText = element.last == null;
        }
        case XObject.TEXT, XmlPieces.BLANKS, XmlPieces.SIGNIFICANT_BLANKS ->
            open.element().add((Object) pieces.value());
        default -> open.element().add((Object) XmlParser.leaf(pieces));
      }
    }
    reader.read();
    return root;
  }

  private static XmlReader known(@Nullable XmlReader reader) {
    if (reader == null) {
      throw Failures.argumentNull("reader");
    }
    return reader;
  }
}
