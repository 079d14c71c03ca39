package dev.fanout.expressions.runtime.xml;

import java.util.ArrayList;
import java.util.List;

/** Whether two containers hold the same. */
final class NodeComparison {
  private NodeComparison() {}

  static boolean equal(XContainer left, XContainer right) {
    if (left.last == null && right.last == null) {
      return left.hasEmptyText == right.hasEmptyText;
    }
    List<Object> one = content(left);
    List<Object> other = content(right);
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      Object a = one.get(i);
      Object b = other.get(i);
      boolean isSame = a instanceof XNode x && b instanceof XNode y ? x.deepEquals(y) : a.equals(b);
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  /** Nodes, and runs of text as strings. */
  private static List<Object> content(XContainer container) {
    List<Object> content = new ArrayList<>();
    XNode node = container.last;
    while (node != null) {
      node = node.following();
      int size = content.size();
      if (!(node instanceof XText text) || node instanceof XCData) {
        content.add(node);
      } else if (size > 0 && content.get(size - 1) instanceof String before) {
        content.set(size - 1, before + text.value());
      } else {
        content.add(text.value());
      }
      if (node == container.last) {
        break;
      }
    }
    return content;
  }
}
