package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.xml.XAttribute;
import dev.fanout.expressions.runtime.xml.XCData;
import dev.fanout.expressions.runtime.xml.XComment;
import dev.fanout.expressions.runtime.xml.XContainer;
import dev.fanout.expressions.runtime.xml.XDeclaration;
import dev.fanout.expressions.runtime.xml.XDocument;
import dev.fanout.expressions.runtime.xml.XDocumentType;
import dev.fanout.expressions.runtime.xml.XElement;
import dev.fanout.expressions.runtime.xml.XName;
import dev.fanout.expressions.runtime.xml.XNamespace;
import dev.fanout.expressions.runtime.xml.XObject;
import dev.fanout.expressions.runtime.xml.XProcessingInstruction;
import dev.fanout.expressions.runtime.xml.XText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * XML as JSON, as Newtonsoft's XmlNodeConverter writes it: attributes with {@code @}, text beside
 * other things as {@code #text}, elements of one name as an array.
 */
final class XmlNodeJson {
  private static final String JSON_URI = "http://james.newtonking.com/projects/json";
  private static final String XMLNS_URI = XNamespace.xmlns().namespaceName();

  private final JsonWriter writer;

  /** The declarations in force, outermost first. */
  private final List<XAttribute> declarations = new ArrayList<>();

  XmlNodeJson(JsonWriter writer) {
    this.writer = writer;
  }

  void write(XObject node) {
    for (XElement above = node.parent(); above != null; above = above.parent()) {
      declarations.addAll(0, declared(above));
    }
    writer.startObject();
    node(node, true);
    writer.endObject();
  }

  private void node(Object node, boolean isNamed) {
    if (node instanceof XDocument document) {
      List<Object> children = nodes(document);
      XDeclaration declaration = document.declaration();
      if (declaration != null) {
        children.add(0, declaration);
      }
      groups(children, isNamed);
    } else if (node instanceof XElement element) {
      element(element, isNamed);
    } else if (node instanceof XComment comment) {
      if (isNamed) {
        writer.comment(comment.value());
      }
    } else if (node instanceof XDeclaration declaration) {
      object(
          node,
          isNamed,
          part("version", declaration.version()),
          part("encoding", declaration.encoding()),
          part("standalone", declaration.standalone()));
    } else if (node instanceof XDocumentType type) {
      object(
          node,
          isNamed,
          part("name", type.name()),
          part("public", type.publicId()),
          part("system", type.systemId()),
          part("internalSubset", type.internalSubset()));
    } else if (!isHidden(node)) {
      if (isNamed) {
        writer.propertyName(name(node));
      }
      writer.value(value(node));
    }
  }

  private void element(XElement element, boolean isNamed) {
    List<Object> children = nodes(element);
    if (isArray(element) && !children.isEmpty() && hasOneName(children)) {
      groups(children, false);
      return;
    }
    int outer = declarations.size();
    declarations.addAll(declared(element));
    if (isNamed) {
      writer.propertyName(name(element));
    }
    List<XAttribute> attributes = attributes(element);
    boolean isText =
        children.size() == 1
            && children.get(0) instanceof XText
            && !(children.get(0) instanceof XCData);
    if (isText && attributes.stream().allMatch(XmlNodeJson::isOfJson)) {
      writer.value(((XText) children.get(0)).value());
    } else if (children.isEmpty() && attributes.isEmpty()) {
      if (element.isEmpty()) {
        writer.nullValue();
      } else {
        writer.value("");
      }
    } else {
      writer.startObject();
      attributes.forEach(attribute -> node(attribute, true));
      groups(children, true);
      writer.endObject();
    }
    declarations.subList(outer, declarations.size()).clear();
  }

  /** Children of one name together, in the order of the first of each. */
  private void groups(List<Object> children, boolean isNamed) {
    Map<String, List<Object>> groups = new LinkedHashMap<>();
    for (Object child : children) {
      groups.computeIfAbsent(name(child), name -> new ArrayList<>()).add(child);
    }
    groups.forEach(
        (name, group) -> {
          if (group.size() == 1 && !isArray(group.get(0))) {
            node(group.get(0), isNamed);
            return;
          }
          if (isNamed) {
            writer.propertyName(name);
          }
          writer.startArray();
          group.forEach(node -> node(node, false));
          writer.endArray();
        });
  }

  private void object(Object node, boolean isNamed, String[]... parts) {
    if (isNamed) {
      writer.propertyName(name(node));
    }
    writer.startObject();
    for (String[] part : parts) {
      if (part.length > 0) {
        writer.propertyName(part[0]);
        writer.value(part[1]);
      }
    }
    writer.endObject();
  }

  private static String[] part(String name, @Nullable String value) {
    return value == null || value.isEmpty() ? new String[0] : new String[] {"@" + name, value};
  }

  private String name(Object node) {
    if (node instanceof XAttribute attribute) {
      return name(attribute.name(), "@");
    }
    if (node instanceof XElement element) {
      return name(element.name(), "");
    }
    if (node instanceof XProcessingInstruction instruction) {
      return "?" + instruction.target();
    }
    if (node instanceof XDocumentType type) {
      return "!" + type.name();
    }
    return node instanceof XDeclaration
        ? "?xml"
        : node instanceof XComment
            ? "#comment"
            : node instanceof XCData ? "#cdata-section" : "#text";
  }

  private String name(XName name, String mark) {
    if (name.namespaceName().equals(JSON_URI)) {
      return "$" + name.localName();
    }
    String prefix = prefix(name.namespaceName());
    return mark + (prefix.isEmpty() ? "" : prefix + ":") + XmlNameText.decoded(name.localName());
  }

  /** Empty for the default namespace, and where none is declared. */
  private String prefix(String uri) {
    if (uri.isEmpty()) {
      return "";
    }
    if (uri.equals(XMLNS_URI)) {
      return "xmlns";
    }
    if (uri.equals(XNamespace.xml().namespaceName())) {
      return "xml";
    }
    for (int i = declarations.size() - 1; i >= 0; i--) {
      XAttribute declaration = declarations.get(i);
      if (declaration.value().equals(uri)) {
        String prefix = declaration.name().localName();
        return declaration.name().namespaceName().isEmpty() ? "" : XmlNameText.decoded(prefix);
      }
    }
    return "";
  }

  private static String value(Object node) {
    if (node instanceof XAttribute attribute) {
      return attribute.value();
    }
    return node instanceof XProcessingInstruction instruction
        ? instruction.data()
        : ((XText) node).value();
  }

  private static boolean isHidden(Object node) {
    return node instanceof XAttribute attribute
        && (declaresJson(attribute)
            || (attribute.name().namespaceName().equals(JSON_URI)
                && attribute.name().localName().equals("Array")));
  }

  private static boolean declaresJson(XAttribute attribute) {
    return attribute.isNamespaceDeclaration() && attribute.value().equals(JSON_URI);
  }

  private static boolean isOfJson(XAttribute attribute) {
    return declaresJson(attribute) || attribute.name().namespaceName().equals(JSON_URI);
  }

  private static boolean isArray(Object node) {
    if (!(node instanceof XElement element)) {
      return false;
    }
    XAttribute mark = element.attribute(XName.get("Array", JSON_URI));
    return mark != null && mark.value().strip().equalsIgnoreCase("true");
  }

  private static boolean hasOneName(List<Object> children) {
    Object first = children.get(0);
    return children.stream()
        .allMatch(
            child ->
                child instanceof XElement one
                    && first instanceof XElement other
                    && one.name().equals(other.name()));
  }

  private static List<XAttribute> declared(XElement element) {
    List<XAttribute> declared = new ArrayList<>(attributes(element));
    declared.removeIf(attribute -> !attribute.isNamespaceDeclaration());
    return declared;
  }

  private static List<XAttribute> attributes(XElement element) {
    List<XAttribute> attributes = new ArrayList<>();
    Iterator<?> all = Sequences.iterator(element.attributes());
    all.forEachRemaining(item -> attributes.add((XAttribute) item));
    return attributes;
  }

  private static List<Object> nodes(XContainer container) {
    List<Object> nodes = new ArrayList<>();
    Sequences.iterator(container.nodes()).forEachRemaining(nodes::add);
    return nodes;
  }
}
