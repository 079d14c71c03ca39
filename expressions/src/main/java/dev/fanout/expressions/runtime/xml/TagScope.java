package dev.fanout.expressions.runtime.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A start tag while it is read: its attributes, and the namespaces that it declares. */
final class TagScope {
  private final XmlText text;
  private final @Nullable TagScope outer;
  private final List<Written> attributes = new ArrayList<>();
  private final Map<String, String> prefixes = new HashMap<>();
  private final Set<String> names = new HashSet<>();
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

  XName elementName(String written, int start) {
    return name(written, start, true);
  }

  void addTo(XElement element) {
    for (Written attribute : attributes) {
      XName name =
          attribute.name().equals("xmlns")
              ? XName.get("xmlns")
              : name(attribute.name(), attribute.start(), false);
      if (element.attribute(name) != null) {
        throw text.failureAt(
            "'" + name.localName() + "' is a duplicate attribute name.", attribute.start());
      }
      element.append(new XAttribute(name, attribute.value()));
    }
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

  private @Nullable String uri(String prefix) {
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
