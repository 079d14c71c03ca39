package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of two nodes of a tree comes first. */
final class DocumentOrder {
  private DocumentOrder() {}

  static int compare(@Nullable XNode left, @Nullable XNode right) {
    if (left == right) {
      return 0;
    }
    if (left == null || right == null) {
      return left == null ? -1 : 1;
    }
    List<XNode> one = path(left);
    List<XNode> other = path(right);
    if (one.get(0) != other.get(0)) {
      throw Failures.invalidOperation("A common ancestor is missing.");
    }
    int depth = 1;
    while (depth < one.size() && depth < other.size() && one.get(depth) == other.get(depth)) {
      depth++;
    }
    if (depth == one.size() || depth == other.size()) {
      return depth == one.size() ? -1 : 1;
    }
    for (XNode node = one.get(depth); !node.isLast(); ) {
      node = node.following();
      if (node == other.get(depth)) {
        return -1;
      }
    }
    return 1;
  }

  /** From the top to the node. */
  private static List<XNode> path(XNode node) {
    List<XNode> path = new ArrayList<>();
    for (XNode at = node; at != null; at = at.container) {
      path.add(0, at);
    }
    return path;
  }
}
