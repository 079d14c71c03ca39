package dev.fanout.expressions.runtime.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A start tag: its attributes, and the namespaces that it declares. */
final class TagScope {
  private final XmlText text;
  private final @Nullable TagScope outer;
  private final List<Written> attributes = new ArrayList<>();
  private final Map<String, String> prefixes = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<XName> resolved = new ArrayList<>();
  private @Nullable XName elementName;
  private boolean preservesBlanks;

  private record Written(String name, String value, int start) {}

  TagScope(XmlText text, @Nullable TagScope outer) {
    this.text = text;
    this.outer = outer;
    this.preservesBlanks = outer != null && outer.preservesBlanks;
  }

  boolean preservesBlanks() {
    return preservesBlanks;
  }

  /** Reads one. */
  void attribute(boolean hasBlankBefore) {
    int start = text.position();
    String name = text.name();
    if (!hasBlankBefore) {
      throw text.failureAt(
          "'" + name.charAt(0) + "' is an unexpected token. Expecting white space.", start);
    }
    String value = text.attributeValue();
    if (!names.add(name)) {
      throw text.failureAt("'" + name + "' is a duplicate attribute name.", start);
    }
    attributes.add(new Written(name, value, start));
    if (name.equals("xmlns")) {
      prefixes.put("", value);
    } else if (name.startsWith("xmlns:")) {
      if (value.isEmpty()) {
        throw text.failureAt("Invalid namespace declaration.", start);
      }
      prefixes.put(name.substring(6), value);
    } else if (name.equals("xml:space")) {
      preservesBlanks = value.equals("preserve");
    }
  }

  /** One without a namespace, which was read already. */
  void add(String name, String value, int start) {
    attributes.add(new Written(name, value, start));
    resolved.add(XName.get(name));
  }

  /** The tag has ended: finds the namespaces of its names. */
  void resolve(String writtenName, int start) {
    elementName = name(writtenName, start, true);
    Set<XName> known = new HashSet<>();
    for (Written attribute : attributes) {
      XName name =
          attribute.name().equals("xmlns")
              ? XName.get("xmlns")
              : name(attribute.name(), attribute.start(), false);
      if (!known.add(name)) {
        throw text.failureAt(
            "'" + name.localName() + "' is a duplicate attribute name.", attribute.start());
      }
      resolved.add(name);
    }
  }

  XName elementName() {
    XName known = elementName;
    if (known == null) {
      throw new IllegalStateException("the tag is not resolved");
    }
    return known;
  }

  /** An element of this name with these attributes. */
  XElement element() {
    XElement element = XElement.create(elementName());
    for (int i = 0; i < attributes.size(); i++) {
      element.append(new XAttribute(resolved.get(i), attributes.get(i).value()));
    }
    return element;
  }

  int count() {
    return attributes.size();
  }

  /** As written. */
  String name(int index) {
    return attributes.get(index).name();
  }

  XName resolvedName(int index) {
    return resolved.get(index);
  }

  String value(int index) {
    return attributes.get(index).value();
  }

  /** The attribute whose name is so written, or -1. */
  int indexOf(String name) {
    for (int i = 0; i < attributes.size(); i++) {
      if (attributes.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The attribute of that name in that namespace, or -1. */
  int indexOf(String localName, String namespace) {
    for (int i = 0; i < attributes.size(); i++) {
      XName name = resolved.get(i);
      if (name.localName().equals(localName) && namespaceOf(i).equals(namespace)) {
        return i;
      }
    }
    return -1;
  }

  /** As a reader tells it: {@code xmlns} by itself is one of the namespace of declarations too. */
  String namespaceOf(int index) {
    return name(index).equals("xmlns") ? XNamespace.XMLNS_URI : resolved.get(index).namespaceName();
  }

  @Nullable String value(String name) {
    int index = indexOf(name);
    return index < 0 ? null : value(index);
  }

  private XName name(String written, int start, boolean mayBeDefault) {
    int colon = written.indexOf(':');
    String prefix = colon < 0 ? "" : written.substring(0, colon);
    if (colon < 0 && !mayBeDefault) {
      return XName.get(written);
    }
    String uri = uri(prefix);
    if (uri == null) {
      throw text.failureAt("'" + prefix + "' is an undeclared prefix.", start);
    }
    return XName.of(XNamespace.get(uri), written.substring(colon + 1));
  }

  /** The namespace of the prefix here; null for none. */
  @Nullable String uri(String prefix) {
    for (TagScope scope = this; scope != null; scope = scope.outer) {
      String uri = scope.prefixes.get(prefix);
      if (uri != null) {
        return uri;
      }
    }
    return switch (prefix) {
      case "" -> "";
      case "xml" -> XNamespace.XML_URI;
      case "xmlns" -> XNamespace.XMLNS_URI;
      default -> null;
    };
  }
}
