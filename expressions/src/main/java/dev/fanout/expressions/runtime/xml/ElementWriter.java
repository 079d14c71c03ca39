package dev.fanout.expressions.runtime.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an element and what is in it, with the prefixes that its namespaces have there. */
final class ElementWriter {
  private final XmlOutput output;
  private final List<Declaration> declarations = new ArrayList<>();

  /** A prefix, empty for the default namespace. */
  private record Declaration(String prefix, String uri) {}

  ElementWriter(XmlOutput output) {
    this.output = output;
  }

  void write(XElement root) {
    for (XElement above = root.parent(); above != null; above = above.parent()) {
      declarations.addAll(0, declared(above));
    }
    element(root);
  }

  private void element(XElement element) {
    int outer = declarations.size();
    declarations.addAll(declared(element));
    XName name = element.name();
    output.startElement(prefix(name, true), name.localName(), name.namespaceName());
    for (XAttribute attribute : element.attributeList()) {
      XName key = attribute.name();
      output.writeAttribute(
          prefix(key, false), key.localName(), key.namespaceName(), attribute.value());
    }
    if (element.isEmpty()) {
      output.endElement(true);
    } else {
      if (element.last == null) {
        output.text("");
      } else {
        nodes(element);
      }
      output.endElement(false);
    }
    while (declarations.size() > outer) {
      declarations.remove(declarations.size() - 1);
    }
  }

  private void nodes(XElement parent) {
    XNode node = parent.last;
    while (node != null) {
      node = node.following();
      if (node instanceof XElement child) {
        element(child);
      } else {
        node.writeTo(output);
      }
      if (node == parent.last) {
        return;
      }
    }
  }

  private static List<Declaration> declared(XElement element) {
    List<Declaration> declared = new ArrayList<>();
    for (XAttribute attribute : element.attributeList()) {
      String prefix = attribute.declaredPrefix();
      if (prefix != null) {
        declared.add(new Declaration(prefix, attribute.value()));
      }
    }
    return declared;
  }

  /** Null where the writer must find or make one. */
  private @Nullable String prefix(XName name, boolean mayBeDefault) {
    String uri = name.namespaceName();
    if (uri.isEmpty()) {
      return "";
    }
    for (int i = declarations.size() - 1; i >= 0; i--) {
      Declaration declaration = declarations.get(i);
      if (declaration.uri().equals(uri)
          && !isHidden(i)
          && (mayBeDefault || !declaration.prefix().isEmpty())) {
        return declaration.prefix();
      }
    }
    return switch (uri) {
      case XNamespace.XML_URI -> "xml";
      case XNamespace.XMLNS_URI -> "xmlns";
      default -> null;
    };
  }

  private boolean isHidden(int index) {
    String prefix = declarations.get(index).prefix();
    for (int i = index + 1; i < declarations.size(); i++) {
      if (declarations.get(i).prefix().equals(prefix)) {
        return true;
      }
    }
    return false;
  }
}
