package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.StringReader;
import dev.fanout.expressions.runtime.linq.Lazy;
import dev.fanout.expressions.runtime.linq.Pull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element. */
public final class XElement extends XContainer {
  private static final String ATTRIBUTES = "System.Xml.Linq.XAttribute";

  private XName name;

  /** Null without attributes; they stand in a ring. */
  @Nullable XAttribute lastAttribute;

  private XElement(XName name) {
    this.name = name;
  }

  public static XElement create(@Nullable XName name) {
    return new XElement(XName.checked(name));
  }

  public static XElement create(@Nullable XName name, @Nullable Object content) {
    XElement element = create(name);
    element.add(content);
    return element;
  }

  public static XElement create(@Nullable XName name, @Nullable Object @Nullable [] content) {
    return create(name, (Object) content);
  }

  public static XElement create(@Nullable XElement other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return other.copy();
  }

  public static XElement parse(@Nullable String text) {
    return parse(text, 0);
  }

  public static XElement parse(@Nullable String text, int options) {
    return XmlParser.element(XmlParser.checked(text), options);
  }

  /** The element of the whole text. */
  public static XElement load(@Nullable StringReader textReader) {
    return load(textReader, 0);
  }

  public static XElement load(@Nullable StringReader textReader, int options) {
    if (textReader == null) {
      throw Failures.argumentNull("input");
    }
    return XmlParser.element(textReader.readToEnd(), options);
  }

  public static XElement load(@Nullable XmlReader reader) {
    return XmlContent.load(reader);
  }

  /** A new sequence of none. */
  public static Object emptySequence() {
    return nothing(ELEMENTS);
  }

  public XName name() {
    return name;
  }

  public void setName(@Nullable XName value) {
    name = XName.checked(value);
  }

  /** Is it so named? Null is every name. */
  boolean isNamed(@Nullable XName wanted) {
    return wanted == null || wanted.equals(name);
  }

  /** The text of all nodes below. */
  public String value() {
    StringBuilder value = new StringBuilder();
    Pull nodes = below(null, false, false);
    while (nodes.hasNext()) {
      if (nodes.next() instanceof XText text) {
        value.append(text.value());
        XmlOutput.checkLength(value.length());
      }
    }
    return value.toString();
  }

  public void setValue(@Nullable String value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    removeNodes();
    add((Object) value);
  }

  /** {@code SetValue(object)}. */
  public void setValue(@Nullable Object value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    setValue(XmlValues.text(value));
  }

  public boolean isEmpty() {
    return last == null && !hasEmptyText;
  }

  public boolean hasAttributes() {
    return lastAttribute != null;
  }

  public boolean hasElements() {
    XNode node = last;
    while (node != null) {
      node = node.following();
      if (node instanceof XElement) {
        return true;
      }
      if (node == last) {
        return false;
      }
    }
    return false;
  }

  public @Nullable XAttribute firstAttribute() {
    return lastAttribute == null ? null : lastAttribute.next;
  }

  public @Nullable XAttribute lastAttribute() {
    return lastAttribute;
  }

  public @Nullable XAttribute attribute(@Nullable XName wanted) {
    for (XAttribute attribute : attributeList()) {
      if (attribute.name().equals(wanted)) {
        return attribute;
      }
    }
    return null;
  }

  List<XAttribute> attributeList() {
    List<XAttribute> list = new ArrayList<>();
    XAttribute attribute = lastAttribute;
    while (attribute != null) {
      attribute = attribute.following();
      list.add(attribute);
      if (attribute == lastAttribute) {
        break;
      }
    }
    return list;
  }

  public Object attributes() {
    return new Lazy(ATTRIBUTES, () -> attributePull(null));
  }

  public Object attributes(@Nullable XName wanted) {
    return wanted == null ? nothing(ATTRIBUTES) : new Lazy(ATTRIBUTES, () -> attributePull(wanted));
  }

  /** Ends where an attribute that was given has been taken away, as .NET does. */
  private Pull attributePull(@Nullable XName wanted) {
    return new Pull() {
      private @Nullable XAttribute attribute = lastAttribute;
      private boolean isFirst = true;

      @Override
      protected boolean advance() {
        while (attribute != null
            && (isFirst || (attribute.container == XElement.this && attribute != lastAttribute))) {
          isFirst = false;
          attribute = attribute.following();
          if (wanted == null || wanted.equals(attribute.name())) {
            return give(attribute);
          }
        }
        return false;
      }
    };
  }

  @Override
  void addAttribute(XAttribute attribute) {
    if (attribute(attribute.name()) != null) {
      throw Failures.invalidOperation("Duplicate attribute.");
    }
    append(attribute);
  }

  /** Of a name that is not there. */
  void append(XAttribute attribute) {
    attribute.container = this;
    attribute.next = lastAttribute == null ? attribute : lastAttribute.next;
    if (lastAttribute != null) {
      lastAttribute.next = attribute;
    }
    lastAttribute = attribute;
  }

  void removeAttribute(XAttribute attribute) {
    XAttribute before = attribute;
    while (before.following() != attribute) {
      before = before.following();
    }
    if (before == attribute) {
      lastAttribute = null;
    } else {
      before.next = attribute.next;
      if (lastAttribute == attribute) {
        lastAttribute = before;
      }
    }
    attribute.container = null;
    attribute.next = null;
  }

  public void removeAttributes() {
    attributeList().forEach(this::removeAttribute);
  }

  public void removeAll() {
    removeAttributes();
    removeNodes();
  }

  public void replaceAll(@Nullable Object content) {
    List<@Nullable Object> parts = parts(content);
    removeAll();
    add(parts);
  }

  public void replaceAll(@Nullable Object @Nullable [] content) {
    replaceAll((Object) content);
  }

  public void replaceAttributes(@Nullable Object content) {
    List<@Nullable Object> parts = parts(content);
    removeAttributes();
    add(parts);
  }

  public void replaceAttributes(@Nullable Object @Nullable [] content) {
    replaceAttributes((Object) content);
  }

  /** Null takes the attribute away. */
  public void setAttributeValue(@Nullable XName wanted, @Nullable Object value) {
    XAttribute known = attribute(XName.checked(wanted));
    if (value == null) {
      if (known != null) {
        removeAttribute(known);
      }
    } else if (known != null) {
      known.setValue(XmlValues.text(value));
    } else {
      append(new XAttribute(XName.checked(wanted), value));
    }
  }

  /** Null takes the element away. */
  public void setElementValue(@Nullable XName wanted, @Nullable Object value) {
    XElement known = element(XName.checked(wanted));
    if (value == null) {
      if (known != null) {
        removeNode(known);
      }
    } else if (known != null) {
      known.setValue(XmlValues.text(value));
    } else {
      add((Object) create(wanted, XmlValues.text(value)));
    }
  }

  public Object ancestorsAndSelf() {
    return ancestors(null, true);
  }

  public Object ancestorsAndSelf(@Nullable XName wanted) {
    return wanted == null ? nothing(ELEMENTS) : ancestors(wanted, true);
  }

  public Object descendantNodesAndSelf() {
    return new Lazy(NODE, () -> below(null, false, true));
  }

  public Object descendantsAndSelf() {
    return elements(() -> below(null, true, true));
  }

  public Object descendantsAndSelf(@Nullable XName wanted) {
    return wanted == null ? nothing(ELEMENTS) : elements(() -> below(wanted, true, true));
  }

  public XNamespace getDefaultNamespace() {
    String uri = declared("");
    return uri == null ? XNamespace.none() : XNamespace.get(uri);
  }

  public @Nullable XNamespace getNamespaceOfPrefix(@Nullable String prefix) {
    if (prefix == null) {
      throw Failures.argumentNull("prefix");
    }
    if (prefix.isEmpty()) {
      throw Failures.argument("'' is an invalid prefix.", "prefix");
    }
    if (prefix.equals("xmlns")) {
      return XNamespace.xmlns();
    }
    String uri = declared(prefix);
    return uri != null ? XNamespace.get(uri) : prefix.equals("xml") ? XNamespace.xml() : null;
  }

  public @Nullable String getPrefixOfNamespace(@Nullable XNamespace ns) {
    if (ns == null) {
      throw Failures.argumentNull("ns");
    }
    for (XElement element = this; element != null; element = element.parent()) {
      for (XAttribute attribute : element.attributeList()) {
        String prefix = attribute.declaredPrefix();
        if (prefix != null
            && !prefix.isEmpty()
            && attribute.value().equals(ns.namespaceName())
            && attribute.value().equals(declared(prefix))) {
          return prefix;
        }
      }
    }
    return switch (ns.namespaceName()) {
      case XNamespace.XML_URI -> "xml";
      case XNamespace.XMLNS_URI -> "xmlns";
      default -> null;
    };
  }

  /** The namespace that a prefix stands for here; null for none. */
  private @Nullable String declared(String prefix) {
    for (XElement element = this; element != null; element = element.parent()) {
      for (XAttribute attribute : element.attributeList()) {
        if (prefix.equals(attribute.declaredPrefix())) {
          return attribute.value();
        }
      }
    }
    return null;
  }

  @Override
  public int nodeType() {
    return ELEMENT;
  }

  @Override
  void check(XNode node, @Nullable XNode before) {
    if (node instanceof XDocument) {
      throw XmlFailures.badNode("Document");
    }
    if (node instanceof XDocumentType) {
      throw XmlFailures.badNode("DocumentType");
    }
  }

  @Override
  void checkText(String text) {
    // An element takes every text.
  }

  @Override
  XElement copy() {
    XElement copy = new XElement(name);
    attributeList().forEach(attribute -> copy.append(new XAttribute(attribute)));
    copy.copyNodes(this);
    return copy;
  }

  @Override
  boolean deepEquals(XNode other) {
    return other instanceof XElement that
        && name.equals(that.name)
        && attributesEqual(that)
        && nodesEqual(that);
  }

  private boolean attributesEqual(XElement other) {
    List<XAttribute> one = attributeList();
    List<XAttribute> that = other.attributeList();
    if (one.size() != that.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).name().equals(that.get(i).name())
          || !one.get(i).value().equals(that.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  @Override
  void writeTo(XmlOutput output) {
    new ElementWriter(output).write(this);
  }
}
