package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.linq.Lazy;
import dev.fanout.expressions.runtime.linq.Pull;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A node of a tree: all but attributes. */
public abstract class XNode extends XObject {
  static final String NODE = "System.Xml.Linq.XNode";
  static final String ELEMENTS = "System.Xml.Linq.XElement";

  /** The following sibling; of the last one the first; null without parent. */
  @Nullable XNode next;

  /** A copy without parent. */
  abstract XNode copy();

  abstract void writeTo(XmlOutput output);

  abstract boolean deepEquals(XNode other);

  /** The following sibling of a node that has a parent. */
  final XNode following() {
    if (next == null) {
      throw Failures.nullReference();
    }
    return next;
  }

  /** The parent of a node that is known to have one. */
  final XContainer above() {
    if (container == null) {
      throw Failures.nullReference();
    }
    return container;
  }

  final boolean isLast() {
    return this == above().last;
  }

  public final @Nullable XNode nextNode() {
    return container == null || isLast() ? null : next;
  }

  public final @Nullable XNode previousNode() {
    if (container == null || container.last == null) {
      return null;
    }
    XNode before = null;
    XNode node = container.last.following();
    while (node != this) {
      before = node;
      node = node.following();
    }
    return before;
  }

  public final void addAfterSelf(@Nullable Object content) {
    container().insert(this, content);
  }

  public final void addAfterSelf(@Nullable Object @Nullable [] content) {
    addAfterSelf((Object) content);
  }

  public final void addBeforeSelf(@Nullable Object content) {
    container().insert(previousNode(), content);
  }

  public final void addBeforeSelf(@Nullable Object @Nullable [] content) {
    addBeforeSelf((Object) content);
  }

  public final void remove() {
    container().removeNode(this);
  }

  public final void replaceWith(@Nullable Object content) {
    XContainer parent = container();
    XNode before = previousNode();
    parent.removeNode(this);
    parent.insert(before, content);
  }

  public final void replaceWith(@Nullable Object @Nullable [] content) {
    replaceWith((Object) content);
  }

  private XContainer container() {
    if (container == null) {
      throw XmlFailures.noParent();
    }
    return container;
  }

  public final Object ancestors() {
    return ancestors(null, false);
  }

  /** Of no name: nothing. */
  public final Object ancestors(@Nullable XName name) {
    return name == null ? nothing(ELEMENTS) : ancestors(name, false);
  }

  /** All of them for a null name. */
  final Object ancestors(@Nullable XName name, boolean withSelf) {
    XObject first = withSelf ? this : container;
    return elements(
        () ->
            new Pull() {
              private @Nullable XObject node = first;

              @Override
              protected boolean advance() {
                while (node instanceof XElement element) {
                  node = element.container;
                  if (element.isNamed(name)) {
                    return give(element);
                  }
                }
                return false;
              }
            });
  }

  public final Object nodesAfterSelf() {
    return new Lazy(NODE, () -> siblings(null, false));
  }

  public final Object elementsAfterSelf() {
    return elements(() -> siblings(null, true));
  }

  public final Object elementsAfterSelf(@Nullable XName name) {
    return name == null ? nothing(ELEMENTS) : elements(() -> siblings(name, true));
  }

  private Pull siblings(@Nullable XName name, boolean onlyElements) {
    return new Pull() {
      private XNode node = XNode.this;

      @Override
      protected boolean advance() {
        while (node.container != null && !node.isLast()) {
          node = node.following();
          if (!onlyElements || (node instanceof XElement element && element.isNamed(name))) {
            return give(node);
          }
        }
        return false;
      }
    };
  }

  public final Object nodesBeforeSelf() {
    return new Lazy(NODE, () -> before(null, false));
  }

  public final Object elementsBeforeSelf() {
    return elements(() -> before(null, true));
  }

  public final Object elementsBeforeSelf(@Nullable XName name) {
    return name == null ? nothing(ELEMENTS) : elements(() -> before(name, true));
  }

  private Pull before(@Nullable XName name, boolean onlyElements) {
    return new Pull() {
      private @Nullable XNode node =
          container == null || container.last == null ? null : container.last.next;

      @Override
      protected boolean advance() {
        while (node != null && node != XNode.this) {
          XNode found = node;
          node = node.next;
          if (!onlyElements || (found instanceof XElement element && element.isNamed(name))) {
            return give(found);
          }
        }
        return false;
      }
    };
  }

  static Lazy elements(Supplier<Pull> items) {
    return new Lazy(ELEMENTS, items);
  }

  static Object nothing(String element) {
    return dev.fanout.expressions.runtime.ArrayItems.create(element, 0);
  }

  public final boolean isAfter(@Nullable XNode node) {
    return compareDocumentOrder(this, node) > 0;
  }

  public final boolean isBefore(@Nullable XNode node) {
    return compareDocumentOrder(this, node) < 0;
  }

  public static XNodeDocumentOrderComparer documentOrderComparer() {
    return XNodeDocumentOrderComparer.create();
  }

  public static XNodeEqualityComparer equalityComparer() {
    return XNodeEqualityComparer.create();
  }

  /** The node that the reader is on, with all below it; the reader goes on behind it. */
  public static XNode readFrom(@Nullable XmlReader reader) {
    return XmlContent.node(reader);
  }

  /** -1, 0 or 1; nodes of two trees are an error. */
  public static int compareDocumentOrder(@Nullable XNode n1, @Nullable XNode n2) {
    return DocumentOrder.compare(n1, n2);
  }

  public static boolean deepEquals(@Nullable XNode n1, @Nullable XNode n2) {
    return n1 == n2 || (n1 != null && n2 != null && n1.deepEquals(n2));
  }

  @Override
  public final String clrText() {
    return toString(0);
  }

  /** By a value of {@code SaveOptions}. */
  public final String toString(int options) {
    XmlOutput output = new XmlOutput(options);
    writeTo(output);
    return output.text();
  }
}
