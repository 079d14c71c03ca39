package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.ArrayItems;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.linq.Lazy;
import dev.fanout.expressions.runtime.linq.Pull;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node that has nodes: an element or a document. */
public abstract class XContainer extends XNode {
  /** Null without children. */
  @Nullable XNode last;

  /** Was its content an empty string, so that {@code <a></a>} is written and not {@code <a />}? */
  boolean hasEmptyText;

  /** Fails if the node may not stand behind {@code before}, which is null for the first place. */
  abstract void check(XNode node, @Nullable XNode before);

  abstract void checkText(String text);

  abstract void addAttribute(XAttribute attribute);

  public final @Nullable XNode firstNode() {
    return last == null ? null : last.next;
  }

  public final @Nullable XNode lastNode() {
    return last;
  }

  public final void add(@Nullable Object content) {
    insert(last, content);
  }

  public final void add(@Nullable Object @Nullable [] content) {
    add((Object) content);
  }

  public final void addFirst(@Nullable Object content) {
    insert(null, content);
  }

  public final void addFirst(@Nullable Object @Nullable [] content) {
    addFirst((Object) content);
  }

  public final void removeNodes() {
    while (last != null) {
      removeNode(last.following());
    }
    hasEmptyText = false;
  }

  public final void replaceNodes(@Nullable Object content) {
    List<@Nullable Object> parts = parts(content);
    removeNodes();
    add(parts);
  }

  public final void replaceNodes(@Nullable Object @Nullable [] content) {
    replaceNodes((Object) content);
  }

  /** Content as its parts: sequences read, nodes that have a parent copied. */
  static List<@Nullable Object> parts(@Nullable Object content) {
    List<@Nullable Object> parts = new ArrayList<>();
    if (content != null && isSequence(content)) {
      for (Iterator<?> items = Sequences.iterator(content); items.hasNext(); ) {
        parts.addAll(parts(items.next()));
      }
    } else if (content instanceof XNode node && node.container != null) {
      parts.add(node.copy());
    } else if (content instanceof XAttribute attribute && attribute.container != null) {
      parts.add(new XAttribute(attribute));
    } else {
      parts.add(content);
    }
    return parts;
  }

  /** Puts content behind a child, or first; gives the last child that it made or changed. */
  final @Nullable XNode insert(@Nullable XNode before, @Nullable Object content) {
    if (content == null) {
      return before;
    }
    Fence.steps(1);
    if (content instanceof XAttribute attribute) {
      addAttribute(attribute.container == null ? attribute : new XAttribute(attribute));
      return before;
    }
    if (content instanceof XNode node) {
      boolean isTaken = node.container != null || node == top();
      return insertNode(before, isTaken ? node.copy() : node);
    }
    if (isSequence(content)) {
      XNode place = before;
      for (Iterator<?> items = Sequences.iterator(content); items.hasNext(); ) {
        place = insert(place, items.next());
      }
      return place;
    }
    return insertText(before, XmlValues.text(content));
  }

  private static boolean isSequence(Object content) {
    return content instanceof Iterable<?>
        || content instanceof ReadOnlyDictionary
        || ArrayItems.isArray(content);
  }

  private XNode top() {
    XNode top = this;
    while (top.container != null) {
      top = top.container;
    }
    return top;
  }

  /** Strings one after the other are one text. */
  private @Nullable XNode insertText(@Nullable XNode before, String text) {
    checkText(text);
    if (text.isEmpty()) {
      hasEmptyText |= last == null;
      return before;
    }
    if (before != null && before.getClass() == XText.class) {
      XText known = (XText) before;
      known.setValue(known.value() + text);
      return before;
    }
    return insertNode(before, new XText(text));
  }

  private XNode insertNode(@Nullable XNode before, XNode node) {
    check(node, before);
    node.container = this;
    if (last == null) {
      node.next = node;
      last = node;
    } else if (before == null) {
      node.next = last.next;
      last.next = node;
    } else {
      node.next = before.next;
      before.next = node;
      if (before == last) {
        last = node;
      }
    }
    hasEmptyText = false;
    return node;
  }

  final void removeNode(XNode node) {
    XNode before = node;
    while (before.following() != node) {
      before = before.following();
    }
    if (before == node) {
      last = null;
    } else {
      before.next = node.next;
      if (last == node) {
        last = before;
      }
    }
    node.container = null;
    node.next = null;
  }

  /** Copies the other's children. */
  final void copyNodes(XContainer other) {
    hasEmptyText = other.hasEmptyText;
    if (other.last == null) {
      return;
    }
    XNode node = other.last;
    do {
      node = node.following();
      Fence.steps(1);
      insertNode(last, node.copy());
    } while (node != other.last);
  }

  public final Object nodes() {
    return new Lazy(NODE, () -> children(null, false));
  }

  public final Object elements() {
    return elements(() -> children(null, true));
  }

  public final Object elements(@Nullable XName name) {
    return name == null ? nothing(ELEMENTS) : elements(() -> children(name, true));
  }

  public final @Nullable XElement element(@Nullable XName name) {
    if (last == null || name == null) {
      return null;
    }
    XNode node = last;
    do {
      node = node.following();
      if (node instanceof XElement element && name.equals(element.name())) {
        return element;
      }
    } while (node != last);
    return null;
  }

  /** Ends where a child that was given has been taken away, as .NET does. */
  private Pull children(@Nullable XName name, boolean onlyElements) {
    return new Pull() {
      private @Nullable XNode node = last;
      private boolean isFirst = true;

      @Override
      protected boolean advance() {
        while (node != null && (isFirst || (node.container == XContainer.this && node != last))) {
          isFirst = false;
          node = node.following();
          if (!onlyElements || (node instanceof XElement element && element.isNamed(name))) {
            return give(node);
          }
        }
        return false;
      }
    };
  }

  public final Object descendantNodes() {
    return new Lazy(NODE, () -> below(null, false, false));
  }

  public final Object descendants() {
    return elements(() -> below(null, true, false));
  }

  public final Object descendants(@Nullable XName name) {
    return name == null ? nothing(ELEMENTS) : elements(() -> below(name, true, false));
  }

  /** In the order of the document. */
  final Pull below(@Nullable XName name, boolean onlyElements, boolean withSelf) {
    return new Pull() {
      private @Nullable XNode node = withSelf ? null : XContainer.this;

      @Override
      protected boolean advance() {
        while (move()) {
          if (!onlyElements || (node instanceof XElement element && element.isNamed(name))) {
            return give(node);
          }
          step();
        }
        return false;
      }

      private boolean move() {
        if (node == null) {
          node = XContainer.this;
          return true;
        }
        if (node instanceof XContainer inner && inner.last != null) {
          node = inner.last.following();
          return true;
        }
        while (node != XContainer.this && node.isLast()) {
          node = node.above();
        }
        if (node == XContainer.this) {
          return false;
        }
        node = node.following();
        return true;
      }
    };
  }

  final void writeNodes(XmlOutput output) {
    if (last == null) {
      return;
    }
    XNode node = last;
    do {
      node = node.following();
      node.writeTo(output);
    } while (node != last);
  }

  /** Neighbouring texts count as one. */
  final boolean nodesEqual(XContainer other) {
    return NodeComparison.equal(this, other);
  }
}
