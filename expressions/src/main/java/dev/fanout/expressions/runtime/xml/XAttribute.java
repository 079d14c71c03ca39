package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** An attribute, or the declaration of a namespace. */
public final class XAttribute extends XObject {
  /** The prefix that is made up where none is declared. */
  private static final String UNKNOWN = "p1";

  private final XName name;
  private String value;

  /** The following attribute; of the last one the first; null without element. */
  @Nullable XAttribute next;

  XAttribute(XName name, Object value) {
    this.name = name;
    this.value = checked(name, XmlValues.text(value));
  }

  XAttribute(XAttribute other) {
    this.name = other.name;
    this.value = other.value;
  }

  public static XAttribute create(@Nullable XName name, @Nullable Object value) {
    XName known = XName.checked(name);
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    return new XAttribute(known, value);
  }

  public static XAttribute create(@Nullable XAttribute other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return new XAttribute(other);
  }

  public static Object emptySequence() {
    return XNode.nothing("System.Xml.Linq.XAttribute");
  }

  public XName name() {
    return name;
  }

  public String value() {
    return value;
  }

  public void setValue(@Nullable String value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    this.value = checked(name, value);
  }

  public void setValue(@Nullable Object value) {
    if (value == null) {
      throw Failures.argumentNull("value");
    }
    setValue(XmlValues.text(value));
  }

  public boolean isNamespaceDeclaration() {
    return declaredPrefix() != null;
  }

  /** Empty for the default namespace; null for what declares none. */
  @Nullable String declaredPrefix() {
    if (name.namespaceName().isEmpty()) {
      return name.localName().equals("xmlns") ? "" : null;
    }
    return name.namespaceName().equals(XNamespace.XMLNS_URI) ? name.localName() : null;
  }

  XAttribute following() {
    if (next == null) {
      throw Failures.nullReference();
    }
    return next;
  }

  public @Nullable XAttribute nextAttribute() {
    return container instanceof XElement element && element.lastAttribute != this ? next : null;
  }

  public @Nullable XAttribute previousAttribute() {
    if (!(container instanceof XElement element) || element.firstAttribute() == this) {
      return null;
    }
    XAttribute before = this;
    while (before.following() != this) {
      before = before.following();
    }
    return before;
  }

  public void remove() {
    if (!(container instanceof XElement element)) {
      throw XmlFailures.noParent();
    }
    element.removeAttribute(this);
  }

  @Override
  public int nodeType() {
    return ATTRIBUTE;
  }

  private static String checked(XName name, String value) {
    if (name.namespaceName().equals(XNamespace.XMLNS_URI)) {
      if (value.isEmpty()) {
        throw Failures.argument(
            "The prefix '" + name.localName() + "' cannot be bound to the empty namespace name.",
            null);
      }
      if (value.equals(XNamespace.XML_URI) != name.localName().equals("xml")
          || value.equals(XNamespace.XMLNS_URI)
          || name.localName().equals("xmlns")) {
        throw Failures.argument("The prefix or the namespace name is reserved.", null);
      }
    } else if (name.namespaceName().isEmpty()
        && name.localName().equals("xmlns")
        && (value.equals(XNamespace.XML_URI) || value.equals(XNamespace.XMLNS_URI))) {
      throw Failures.argument("The namespace name is reserved.", null);
    }
    return value;
  }

  /** {@code name="value"}, with the prefix that its element knows. */
  @Override
  public String clrText() {
    XmlOutput output = new XmlOutput(0);
    String prefix = prefix();
    output.attribute(prefix, name.localName(), value);
    if (prefix.equals(UNKNOWN)) {
      output.attribute("xmlns", prefix, name.namespaceName());
    }
    return output.text().strip();
  }

  private String prefix() {
    if (name.namespaceName().isEmpty()) {
      return "";
    }
    XElement element = parent();
    String known = element == null ? null : element.getPrefixOfNamespace(name.namespace());
    if (known != null) {
      return known;
    }
    return switch (name.namespaceName()) {
      case XNamespace.XML_URI -> "xml";
      case XNamespace.XMLNS_URI -> "xmlns";
      default -> UNKNOWN;
    };
  }
}
