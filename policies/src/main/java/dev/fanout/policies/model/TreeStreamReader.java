package dev.fanout.policies.model;

import dev.fanout.diagnostics.SourcePosition;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A tree as a stream of events, as far as beans have a place for it: known attributes and children,
 * and the text of elements that hold text. An element that stands where a policy should and is none
 * comes as an {@link UnknownElement}.
 */
final class TreeStreamReader implements XMLStreamReader {
  private static final char[] NOTHING = new char[0];

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final ElementNode root;
  private final ElementDefinition rootDefinition;
  private int event = START_DOCUMENT;
  private char[] text = NOTHING;

  TreeStreamReader(ElementNode root, ElementDefinition rootDefinition) {
    this.root = root;
    this.rootDefinition = rootDefinition;
  }

  /** The element whose tag or text comes now. */
  ElementNode element() {
    return frames.element().node;
  }

  @Override
  public int next() {
    if (event == END_DOCUMENT) {
      throw new NoSuchElementException("behind the document");
    }
    if (event == START_DOCUMENT) {
      return enter(new Frame(root, rootDefinition));
    }
    if (event == END_ELEMENT) {
      frames.pop();
    }
    if (frames.isEmpty()) {
      event = END_DOCUMENT;
      return event;
    }
    Frame frame = frames.element();
    if (frame.hasText) {
      frame.hasText = false;
      text = frame.text().toCharArray();
      event = CHARACTERS;
      return event;
    }
    Frame child = frame.nextChild();
    if (child != null) {
      return enter(child);
    }
    event = END_ELEMENT;
    return event;
  }

  private int enter(Frame frame) {
    frames.push(frame);
    event = START_ELEMENT;
    return event;
  }

  /** An open element and how much of it has been given. */
  private static final class Frame {
    private final ElementNode node;
    private final @Nullable ElementDefinition definition;
    private final List<AttributeNode> attributes;
    private final List<ReadableChild> children;
    private boolean hasText;
    private int next;

    /** Without a definition for an {@link UnknownElement}. */
    Frame(ElementNode node, @Nullable ElementDefinition definition) {
      this.node = node;
      this.definition = definition;
      if (definition == null) {
        this.attributes = List.of();
        this.children = List.of();
      } else {
        this.attributes = known(node, definition);
        this.hasText = definition.text().isPresent();
        this.children = ReadableChild.of(node, definition);
      }
    }

    String text() {
      return definition != null && definition.isVerbatim()
          ? node.span().text()
          : node.text().value();
    }

    @Nullable Frame nextChild() {
      if (next == children.size()) {
        return null;
      }
      ReadableChild child = children.get(next++);
      return new Frame(child.node(), child.definition());
    }

    private static List<AttributeNode> known(ElementNode node, ElementDefinition definition) {
      List<AttributeNode> known = new ArrayList<>(node.attributes().size());
      Set<String> names = new HashSet<>();
      for (AttributeNode attribute : node.attributes()) {
        if (definition.attributes().containsKey(attribute.name()) && names.add(attribute.name())) {
          known.add(attribute);
        }
      }
      return known;
    }
  }

  @Override
  public int getEventType() {
    return event;
  }

  @Override
  public boolean hasNext() {
    return event != END_DOCUMENT;
  }

  @Override
  public boolean isStartElement() {
    return event == START_ELEMENT;
  }

  @Override
  public boolean isEndElement() {
    return event == END_ELEMENT;
  }

  @Override
  public boolean isCharacters() {
    return event == CHARACTERS;
  }

  @Override
  public boolean isWhiteSpace() {
    return isCharacters() && getText().isBlank();
  }

  @Override
  public boolean hasName() {
    return isStartElement() || isEndElement();
  }

  @Override
  public boolean hasText() {
    return isCharacters();
  }

  @Override
  public String getLocalName() {
    Frame frame = frames.element();
    return frame.definition == null ? UnknownElement.STAND_IN : frame.node.name();
  }

  @Override
  public String getNamespaceURI() {
    return frames.element().definition == null ? UnknownElement.NAMESPACE : "";
  }

  @Override
  public QName getName() {
    return new QName(getNamespaceURI(), getLocalName());
  }

  @Override
  public String getPrefix() {
    return "";
  }

  @Override
  public int getAttributeCount() {
    return frames.element().attributes.size();
  }

  @Override
  public QName getAttributeName(int index) {
    return new QName(getAttributeLocalName(index));
  }

  @Override
  public String getAttributeLocalName(int index) {
    return frames.element().attributes.get(index).name();
  }

  @Override
  public String getAttributeNamespace(int index) {
    return "";
  }

  @Override
  public String getAttributePrefix(int index) {
    return "";
  }

  @Override
  public String getAttributeType(int index) {
    return "CDATA";
  }

  @Override
  public String getAttributeValue(int index) {
    return frames.element().attributes.get(index).value();
  }

  @Override
  public @Nullable String getAttributeValue(@Nullable String namespace, String localName) {
    return frames.element().node.attribute(localName).map(AttributeNode::value).orElse(null);
  }

  @Override
  public boolean isAttributeSpecified(int index) {
    return true;
  }

  @Override
  public int getNamespaceCount() {
    return 0;
  }

  @Override
  public String getNamespacePrefix(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public String getNamespaceURI(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public @Nullable String getNamespaceURI(String prefix) {
    return null;
  }

  @Override
  public NamespaceContext getNamespaceContext() {
    return NoNamespaces.INSTANCE;
  }

  @Override
  public String getText() {
    return new String(text);
  }

  @Override
  public char[] getTextCharacters() {
    return text;
  }

  @Override
  public int getTextCharacters(int sourceStart, char[] target, int targetStart, int length) {
    int count = Math.min(length, text.length - sourceStart);
    System.arraycopy(text, sourceStart, target, targetStart, count);
    return count;
  }

  @Override
  public int getTextStart() {
    return 0;
  }

  @Override
  public int getTextLength() {
    return text.length;
  }

  @Override
  public String getElementText() throws XMLStreamException {
    throw new XMLStreamException("read the events one by one");
  }

  @Override
  public int nextTag() throws XMLStreamException {
    int tag = next();
    while (tag == CHARACTERS) {
      tag = next();
    }
    return tag;
  }

  @Override
  public void require(int type, @Nullable String namespace, @Nullable String localName)
      throws XMLStreamException {
    if (type != event || (localName != null && !localName.equals(getLocalName()))) {
      throw new XMLStreamException("another event than required", getLocation());
    }
  }

  @Override
  public Location getLocation() {
    ElementNode node = frames.isEmpty() ? root : element();
    return new NodeLocation(node.source().name(), node.nameSpan().position());
  }

  private record NodeLocation(String name, SourcePosition position) implements Location {
    @Override
    public int getLineNumber() {
      return position.line();
    }

    @Override
    public int getColumnNumber() {
      return position.column();
    }

    @Override
    public int getCharacterOffset() {
      return position.offset();
    }

    @Override
    public @Nullable String getPublicId() {
      return null;
    }

    @Override
    public String getSystemId() {
      return name;
    }
  }

  @Override
  public @Nullable Object getProperty(String name) {
    return null;
  }

  @Override
  public @Nullable String getEncoding() {
    return null;
  }

  @Override
  public @Nullable String getVersion() {
    return null;
  }

  @Override
  public boolean isStandalone() {
    return true;
  }

  @Override
  public boolean standaloneSet() {
    return false;
  }

  @Override
  public @Nullable String getCharacterEncodingScheme() {
    return null;
  }

  @Override
  public @Nullable String getPITarget() {
    return null;
  }

  @Override
  public @Nullable String getPIData() {
    return null;
  }

  @Override
  public void close() {}
}
