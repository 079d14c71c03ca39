package dev.fanout.policies.syntax;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements that are open while a document is read, and the nodes that were read in them. */
final class OpenElements {
  private ElementNode[] elements = new ElementNode[16];

  /** For each element, where its nodes begin. */
  private int[] firstNodes = new int[elements.length];

  /** Nodes of the document, then of the outermost element, and so on. */
  private PolicyNode[] nodes = new PolicyNode[64];

  private int depth;
  private int count;
  private @Nullable Map<String, Integer> byName;

  OpenElements() {}

  int depth() {
    return depth;
  }

  boolean isEmpty() {
    return depth == 0;
  }

  /** Null outside the root. */
  @Nullable ElementNode innermost() {
    return depth == 0 ? null : elements[depth - 1];
  }

  /** Is an element of this name open? Names are counted from the first time that this is asked. */
  boolean isOpen(String name) {
    Map<String, Integer> names = byName;
    if (names == null) {
      names = new HashMap<>();
      for (int i = 0; i < depth; i++) {
        names.merge(elements[i].name(), 1, Integer::sum);
      }
      byName = names;
    }
    return names.containsKey(name);
  }

  /** Adds to the content of the innermost element, or to the document's. */
  void add(PolicyNode node) {
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, count * 2);
    }
    nodes[count++] = node;
  }

  void push(ElementNode element) {
    if (depth == elements.length) {
      elements = Arrays.copyOf(elements, depth * 2);
      firstNodes = Arrays.copyOf(firstNodes, depth * 2);
    }
    elements[depth] = element;
    firstNodes[depth++] = count;
    if (byName != null) {
      byName.merge(element.name(), 1, Integer::sum);
    }
  }

  /** Closes the innermost element; what was added since it was opened is its content. */
  ElementNode pop() {
    ElementNode element = elements[--depth];
    int first = firstNodes[depth];
    if (first < count) {
      element.setChildren(Arrays.copyOfRange(nodes, first, count));
      count = first;
    }
    if (byName != null) {
      byName.computeIfPresent(element.name(), (name, open) -> open == 1 ? null : open - 1);
    }
    return element;
  }

  /** The nodes around the root and itself, once everything is closed. */
  List<PolicyNode> documentNodes() {
    return List.of(Arrays.copyOf(nodes, count));
  }
}
