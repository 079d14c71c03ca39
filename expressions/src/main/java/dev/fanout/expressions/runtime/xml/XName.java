package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.ClrText;
import dev.fanout.expressions.runtime.Failures;
import org.jspecify.annotations.Nullable;

/** A name with its namespace; equal by both. */
public final class XName implements ClrText {
  private final XNamespace namespace;
  private final String localName;

  private XName(XNamespace namespace, String localName) {
    this.namespace = namespace;
    this.localName = localName;
  }

  static XName of(XNamespace namespace, String localName) {
    if (localName.isEmpty()) {
      throw Failures.argument("The value cannot be an empty string.", "localName");
    }
    return new XName(namespace, XmlNames.verified(localName));
  }

  /** {@code {namespace}local}, or only a local name. */
  public static XName get(@Nullable String expandedName) {
    if (expandedName == null) {
      throw Failures.argumentNull("expandedName");
    }
    if (expandedName.isEmpty()) {
      throw Failures.argument("'' is an invalid expanded name.", "expandedName");
    }
    if (expandedName.charAt(0) != '{') {
      return of(XNamespace.none(), expandedName);
    }
    int end = expandedName.lastIndexOf('}');
    if (end <= 1 || end == expandedName.length() - 1) {
      throw Failures.argument(
          "'" + expandedName + "' is an invalid expanded name.", "expandedName");
    }
    return of(XNamespace.get(expandedName.substring(1, end)), expandedName.substring(end + 1));
  }

  public static XName get(@Nullable String localName, @Nullable String namespaceName) {
    return XNamespace.get(namespaceName).getName(localName);
  }

  /** The conversion of a string: null stays null. */
  public static @Nullable XName ofString(@Nullable String expandedName) {
    return expandedName == null ? null : get(expandedName);
  }

  static XName checked(@Nullable XName name) {
    if (name == null) {
      throw Failures.argumentNull("name");
    }
    return name;
  }

  public String localName() {
    return localName;
  }

  public XNamespace namespace() {
    return namespace;
  }

  public String namespaceName() {
    return namespace.namespaceName();
  }

  public static boolean equal(@Nullable XName left, @Nullable XName right) {
    return java.util.Objects.equals(left, right);
  }

  public static boolean notEqual(@Nullable XName left, @Nullable XName right) {
    return !equal(left, right);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof XName that
        && localName.equals(that.localName)
        && namespace.equals(that.namespace);
  }

  @Override
  public int hashCode() {
    return 31 * namespace.hashCode() + localName.hashCode();
  }

  @Override
  public String clrText() {
    return namespaceName().isEmpty() ? localName : "{" + namespaceName() + "}" + localName;
  }
}
