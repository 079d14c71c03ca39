package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.collections.ItemOrder;
import org.jspecify.annotations.Nullable;

/** {@code System.Xml.Linq.XNodeDocumentOrderComparer}. */
public final class XNodeDocumentOrderComparer implements ItemOrder {
  private XNodeDocumentOrderComparer() {}

  public static XNodeDocumentOrderComparer create() {
    return new XNodeDocumentOrderComparer();
  }

  public int compare(@Nullable XNode x, @Nullable XNode y) {
    return XNode.compareDocumentOrder(x, y);
  }

  @Override
  public int compare(@Nullable Object x, @Nullable Object y) {
    return compare(node(x, "x"), node(y, "y"));
  }

  private static @Nullable XNode node(@Nullable Object value, String parameter) {
    if (value == null || value instanceof XNode) {
      return (XNode) value;
    }
    throw Failures.argument("The argument must be derived from System.Xml.Linq.XNode.", parameter);
  }
}
