package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.collections.ItemEquality;
import org.jspecify.annotations.Nullable;

/** {@code System.Xml.Linq.XNodeEqualityComparer}: nodes are equal that look alike. */
public final class XNodeEqualityComparer implements ItemEquality {
  private XNodeEqualityComparer() {}

  public static XNodeEqualityComparer create() {
    return new XNodeEqualityComparer();
  }

  public boolean equals(@Nullable XNode x, @Nullable XNode y) {
    return XNode.deepEquals(x, y);
  }

  @Override
  public boolean equals(@Nullable Object x, @Nullable Object y) {
    return equals(node(x, "x"), node(y, "y"));
  }

  /** By the kind of node: what is deeply equal is of one kind. */
  public int getHashCode(@Nullable XNode obj) {
    return obj == null ? 0 : obj.nodeType();
  }

  @Override
  public int getHashCode(@Nullable Object item) {
    return getHashCode(node(item, "obj"));
  }

  private static @Nullable XNode node(@Nullable Object value, String parameter) {
    if (value == null || value instanceof XNode) {
      return (XNode) value;
    }
    throw Failures.argument("The argument must be derived from System.Xml.Linq.XNode.", parameter);
  }
}
