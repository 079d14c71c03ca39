package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.DateTime;
import dev.fanout.expressions.runtime.Decimal;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.StringReader;
import org.jspecify.annotations.Nullable;

/** {@code System.Xml.XmlReader} over a text, with the settings that it has by default. */
public final class XmlReader {
  private static final int INITIAL = 0;
  private static final int INTERACTIVE = 1;
  private static final int ERROR = 2;
  private static final int END_OF_FILE = 3;
  private static final int CLOSED = 4;
  private static final int ON_THE_NODE = -1;

  private final XmlPieces pieces;
  private int state = INITIAL;

  /** The attribute that the reader stands on. */
  private int attribute = ON_THE_NODE;

  private XmlReader(String text) {
    this.pieces = new XmlPieces(text);
  }

  public static XmlReader create(@Nullable StringReader input) {
    if (input == null) {
      throw Failures.argumentNull("input");
    }
    return new XmlReader(input.readToEnd());
  }

  /** What it reads from. */
  XmlPieces pieces() {
    return pieces;
  }

  /** A value of {@code ReadState}. */
  public int readState() {
    return state;
  }

  public boolean isAtEnd() {
    return state == END_OF_FILE;
  }

  public boolean read() {
    attribute = ON_THE_NODE;
    if (state >= ERROR) {
      return false;
    }
    // Left so if what follows is no XML.
    state = ERROR;
    state = pieces.next() ? INTERACTIVE : END_OF_FILE;
    return state == INTERACTIVE;
  }

  /** A value of {@code XmlNodeType}. */
  public int nodeType() {
    if (attribute >= 0) {
      return XObject.ATTRIBUTE;
    }
    return state == INTERACTIVE ? pieces.type() : XmlPieces.NONE;
  }

  private boolean isOn(int type) {
    return nodeType() == type;
  }

  private boolean hasTag() {
    return state == INTERACTIVE
        && (pieces.type() == XObject.ELEMENT || pieces.type() == XmlPieces.DECLARATION);
  }

  public String name() {
    if (attribute >= 0) {
      return pieces.scope().name(attribute);
    }
    return state == INTERACTIVE ? pieces.name() : "";
  }

  public String localName() {
    String name = name();
    return name.substring(name.indexOf(':') + 1);
  }

  public String prefix() {
    String name = name();
    return name.substring(0, Math.max(0, name.indexOf(':')));
  }

  public String namespaceUri() {
    if (attribute >= 0) {
      return pieces.scope().namespaceOf(attribute);
    }
    return isOn(XObject.ELEMENT) || isOn(XmlPieces.END_ELEMENT)
        ? pieces.scope().elementName().namespaceName()
        : "";
  }

  public String value() {
    if (attribute >= 0) {
      return pieces.scope().value(attribute);
    }
    return state == INTERACTIVE ? pieces.value() : "";
  }

  public boolean hasValue() {
    return switch (nodeType()) {
      case XmlPieces.NONE, XObject.ELEMENT, XmlPieces.END_ELEMENT -> false;
      default -> true;
    };
  }

  public int depth() {
    return state == INTERACTIVE ? pieces.depth() + (attribute >= 0 ? 1 : 0) : 0;
  }

  public String baseUri() {
    return "";
  }

  public boolean isEmptyElement() {
    return isOn(XObject.ELEMENT) && pieces.isEmpty();
  }

  public int attributeCount() {
    return hasTag() ? pieces.scope().count() : 0;
  }

  public boolean hasAttributes() {
    return attributeCount() > 0;
  }

  public @Nullable String getAttribute(@Nullable String name) {
    return hasTag() ? pieces.scope().value(known(name, "name")) : null;
  }

  public @Nullable String getAttribute(@Nullable String localName, @Nullable String namespace) {
    int index = indexOf(localName, namespace);
    return index < 0 ? null : pieces.scope().value(index);
  }

  private int indexOf(@Nullable String localName, @Nullable String namespace) {
    String name = known(localName, "localName");
    return hasTag() ? pieces.scope().indexOf(name, namespace == null ? "" : namespace) : -1;
  }

  public String getAttribute(int i) {
    if (i < 0 || i >= attributeCount()) {
      throw Failures.outOfRange("Specified argument was out of the range of valid values.", "i");
    }
    return pieces.scope().value(i);
  }

  public boolean moveToAttribute(@Nullable String name) {
    return moveTo(hasTag() ? pieces.scope().indexOf(known(name, "name")) : -1);
  }

  public boolean moveToAttribute(@Nullable String localName, @Nullable String namespace) {
    return moveTo(indexOf(localName, namespace));
  }

  public void moveToAttribute(int i) {
    getAttribute(i);
    attribute = i;
  }

  public boolean moveToFirstAttribute() {
    return moveTo(attributeCount() == 0 ? -1 : 0);
  }

  public boolean moveToNextAttribute() {
    return moveTo(attribute + 1 < attributeCount() ? attribute + 1 : -1);
  }

  private boolean moveTo(int index) {
    if (index >= 0) {
      attribute = index;
    }
    return index >= 0;
  }

  /** Back from an attribute. */
  public boolean moveToElement() {
    boolean moves = attribute >= 0;
    attribute = ON_THE_NODE;
    return moves;
  }

  /** Passes over what is no content; gives the kind of what follows. */
  public int moveToContent() {
    moveToElement();
    if (state == INITIAL) {
      read();
    }
    while (state == INTERACTIVE && !isContent(pieces.type())) {
      read();
    }
    return nodeType();
  }

  private static boolean isContent(int type) {
    return switch (type) {
      case XObject.ELEMENT, XObject.TEXT, XObject.CDATA, XmlPieces.END_ELEMENT -> true;
      default -> false;
    };
  }

  public boolean isStartElement() {
    return moveToContent() == XObject.ELEMENT;
  }

  public boolean isStartElement(@Nullable String name) {
    return isStartElement() && name().equals(name);
  }

  public boolean isStartElement(@Nullable String localName, @Nullable String namespace) {
    return isStartElement() && isNamed(localName, namespace);
  }

  private boolean isNamed(@Nullable String localName, @Nullable String namespace) {
    return localName().equals(localName) && namespaceUri().equals(namespace);
  }

  public void readStartElement() {
    if (moveToContent() != XObject.ELEMENT) {
      throw invalidType();
    }
    read();
  }

  public void readStartElement(@Nullable String name) {
    if (moveToContent() != XObject.ELEMENT) {
      throw invalidType();
    }
    if (!name().equals(name)) {
      throw pieces.failure("Element '" + name + "' was not found.");
    }
    read();
  }

  public void readStartElement(@Nullable String localName, @Nullable String namespace) {
    if (moveToContent() != XObject.ELEMENT) {
      throw invalidType();
    }
    if (!isNamed(localName, namespace)) {
      throw pieces.failure(
          "Element '" + localName + "' with namespace name '" + namespace + "' was not found.");
    }
    read();
  }

  public void readEndElement() {
    if (moveToContent() != XmlPieces.END_ELEMENT) {
      throw invalidType();
    }
    read();
  }

  private RuntimeException invalidType() {
    return pieces.failure("'" + nodeName() + "' is an invalid XmlNodeType.");
  }

  /** Behind the element with all that it holds, or the next node. */
  public void skip() {
    moveToElement();
    if (isOn(XObject.ELEMENT) && !pieces.isEmpty()) {
      int outside = pieces.depth();
      while (read() && pieces.depth() > outside) {
        // Goes on to the end tag.
      }
    }
    read();
  }

  public boolean readToFollowing(@Nullable String name) {
    String wanted = known(name, "name");
    while (read()) {
      if (isOn(XObject.ELEMENT) && pieces.name().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  public boolean readToDescendant(@Nullable String name) {
    String wanted = known(name, "name");
    if (state == INITIAL) {
      return readToFollowing(name);
    }
    if (!isOn(XObject.ELEMENT) || pieces.isEmpty()) {
      return false;
    }
    int outside = pieces.depth();
    while (read() && pieces.depth() > outside) {
      if (isOn(XObject.ELEMENT) && pieces.name().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  public boolean readToNextSibling(@Nullable String name) {
    String wanted = known(name, "name");
    do {
      skip();
      if (isOn(XObject.ELEMENT) && pieces.name().equals(wanted)) {
        return true;
      }
    } while (state == INTERACTIVE && !isOn(XmlPieces.END_ELEMENT));
    return false;
  }

  /** The text within the element, and on behind its end. */
  public String readElementContentAsString() {
    return new XmlContent(this).ofElement("ReadElementContentAsString");
  }

  public int readElementContentAsInt() {
    return XmlTexts.int32(new XmlContent(this).ofElement("ReadElementContentAsInt"));
  }

  public long readElementContentAsLong() {
    return XmlTexts.int64(new XmlContent(this).ofElement("ReadElementContentAsLong"));
  }

  public double readElementContentAsDouble() {
    return XmlTexts.real(new XmlContent(this).ofElement("ReadElementContentAsDouble"));
  }

  public Decimal readElementContentAsDecimal() {
    return XmlTexts.decimal(new XmlContent(this).ofElement("ReadElementContentAsDecimal"));
  }

  public boolean readElementContentAsBoolean() {
    return XmlTexts.bool(new XmlContent(this).ofElement("ReadElementContentAsBoolean"));
  }

  public DateTime readElementContentAsDateTime() {
    return XmlTexts.dateTime(new XmlContent(this).ofElement("ReadElementContentAsDateTime"));
  }

  /** The text up to the next tag. */
  public String readContentAsString() {
    return new XmlContent(this).text();
  }

  public String readElementString() {
    return new XmlContent(this).ofSimpleElement();
  }

  public String readElementString(@Nullable String name) {
    if (moveToContent() != XObject.ELEMENT) {
      throw invalidType();
    }
    if (!name().equals(name)) {
      throw pieces.failure("Element '" + name + "' was not found.");
    }
    return readElementString();
  }

  public String readString() {
    return new XmlContent(this).string();
  }

  public @Nullable String lookupNamespace(@Nullable String prefix) {
    TagScope scope = state == INTERACTIVE ? pieces.namespaces() : null;
    String uri = scope == null ? null : scope.uri(known(prefix, "prefix"));
    return uri != null && uri.isEmpty() ? null : uri;
  }

  public void close() {
    attribute = ON_THE_NODE;
    state = CLOSED;
  }

  public void dispose() {
    close();
  }

  /** The name of the kind of node that the reader is on. */
  String nodeName() {
    return switch (nodeType()) {
      case XObject.ELEMENT -> "Element";
      case XObject.ATTRIBUTE -> "Attribute";
      case XObject.TEXT -> "Text";
      case XObject.CDATA -> "CDATA";
      case XObject.PROCESSING_INSTRUCTION -> "ProcessingInstruction";
      case XObject.COMMENT -> "Comment";
      case XmlPieces.BLANKS -> "Whitespace";
      case XmlPieces.SIGNIFICANT_BLANKS -> "SignificantWhitespace";
      case XmlPieces.END_ELEMENT -> "EndElement";
      case XmlPieces.DECLARATION -> "XmlDeclaration";
      default -> "None";
    };
  }

  private static String known(@Nullable String value, String parameter) {
    if (value == null) {
      throw Failures.argumentNull(parameter);
    }
    return value;
  }
}
