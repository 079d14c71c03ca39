package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** A document: at most one element, with comments and instructions around it. */
public final class XDocument extends XContainer {
  private @Nullable XDeclaration declaration;

  private XDocument() {}

  public static XDocument create() {
    return new XDocument();
  }

  public static XDocument create(@Nullable Object @Nullable [] content) {
    return create(null, content);
  }

  public static XDocument create(
      @Nullable XDeclaration declaration, @Nullable Object @Nullable [] content) {
    XDocument document = new XDocument();
    document.declaration = declaration;
    document.add((Object) content);
    return document;
  }

  public static XDocument create(@Nullable XDocument other) {
    if (other == null) {
      throw Failures.argumentNull("other");
    }
    return other.copy();
  }

  public static XDocument parse(@Nullable String text) {
    return parse(text, 0);
  }

  public static XDocument parse(@Nullable String text, int options) {
    return XmlParser.document(XmlParser.checked(text), options);
  }

  public @Nullable XDeclaration declaration() {
    return declaration;
  }

  public void setDeclaration(@Nullable XDeclaration value) {
    declaration = value;
  }

  public @Nullable XElement root() {
    return (XElement) first(ELEMENT);
  }

  public @Nullable XDocumentType documentType() {
    return (XDocumentType) first(DOCUMENT_TYPE);
  }

  private @Nullable XNode first(int type) {
    XNode node = last;
    while (node != null) {
      node = node.following();
      if (node.nodeType() == type) {
        return node;
      }
      if (node == last) {
        return null;
      }
    }
    return null;
  }

  @Override
  public int nodeType() {
    return DOCUMENT;
  }

  @Override
  void check(XNode node, @Nullable XNode before) {
    switch (node.nodeType()) {
      case TEXT -> checkText(((XText) node).value());
      case CDATA -> throw XmlFailures.badNode("CDATA");
      case DOCUMENT -> throw XmlFailures.badNode("Document");
      case ELEMENT -> {
        if (root() != null) {
          throw XmlFailures.badDocument();
        }
      }
      case DOCUMENT_TYPE -> {
        if (root() != null || documentType() != null) {
          throw XmlFailures.badDocument();
        }
      }
      default -> {}
    }
  }

  @Override
  void checkText(String text) {
    if (!XmlNames.isBlank(text)) {
      throw Failures.argument("Non-whitespace characters cannot be added to content.", null);
    }
  }

  @Override
  void addAttribute(XAttribute attribute) {
    throw Failures.argument("An attribute cannot be added to content.", null);
  }

  @Override
  XDocument copy() {
    XDocument copy = new XDocument();
    copy.declaration = declaration == null ? null : XDeclaration.create(declaration);
    copy.copyNodes(this);
    return copy;
  }

  @Override
  boolean deepEquals(XNode other) {
    return other instanceof XDocument that && nodesEqual(that);
  }

  @Override
  void writeTo(XmlOutput output) {
    writeNodes(output);
  }
}
