package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.ClrText;
import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** A namespace; equal by its URI. */
public final class XNamespace implements ClrText {
  static final String XMLNS_URI = "http://www.w3.org/2000/xmlns/";
  static final String XML_URI = "http://www.w3.org/XML/1998/namespace";
  private static final XNamespace NONE = new XNamespace("");
  private static final XNamespace XML = new XNamespace(XML_URI);
  private static final XNamespace XMLNS = new XNamespace(XMLNS_URI);

  private final String uri;

  private XNamespace(String uri) {
    this.uri = uri;
  }

  public static XNamespace none() {
    return NONE;
  }

  public static XNamespace xml() {
    return XML;
  }

  public static XNamespace xmlns() {
    return XMLNS;
  }

  public static XNamespace get(@Nullable String namespaceName) {
    if (namespaceName == null) {
      throw Failures.argumentNull("namespaceName");
    }
    return switch (namespaceName) {
      case "" -> NONE;
      case XML_URI -> XML;
      case XMLNS_URI -> XMLNS;
      default -> new XNamespace(namespaceName);
    };
  }

  /** The conversion of a string: null stays null. */
  public static @Nullable XNamespace ofString(@Nullable String namespaceName) {
    return namespaceName == null ? null : get(namespaceName);
  }

  public String namespaceName() {
    return uri;
  }

  public XName getName(@Nullable String localName) {
    if (localName == null) {
      throw Failures.argumentNull("localName");
    }
    return XName.of(this, localName);
  }

  public static XName plus(@Nullable XNamespace ns, @Nullable String localName) {
    if (ns == null) {
      throw Failures.argumentNull("ns");
    }
    return ns.getName(localName);
  }

  public static boolean equal(@Nullable XNamespace left, @Nullable XNamespace right) {
    return java.util.Objects.equals(left, right);
  }

  public static boolean notEqual(@Nullable XNamespace left, @Nullable XNamespace right) {
    return !equal(left, right);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof XNamespace that && uri.equals(that.uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  @Override
  public String clrText() {
    return uri;
  }
}
