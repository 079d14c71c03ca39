package dev.fanout.expressions.runtime.xml;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.linq.Lazy;
import dev.fanout.expressions.runtime.linq.Pull;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code System.Xml.Linq.Extensions}: what nodes can, for sequences of them. */
public final class Extensions {
  private static final String ATTRIBUTES = "System.Xml.Linq.XAttribute";

  private Extensions() {}

  /** The items that each node gives, in turn; null nodes give none. */
  private static <T> Lazy each(
      @Nullable Object source, String element, Class<T> type, Function<T, Object> items) {
    Object known = known(source);
    return new Lazy(
        element,
        () ->
            new Pull() {
              private final Iterator<?> nodes = Sequences.iterator(known);
              private @Nullable Iterator<?> inner;

              @Override
              protected boolean advance() {
                while (inner == null || !inner.hasNext()) {
                  if (!nodes.hasNext()) {
                    return false;
                  }
                  Object node = nodes.next();
                  inner = node == null ? null : Sequences.iterator(items.apply(type.cast(node)));
                  step();
                }
                return give(inner.next());
              }
            });
  }

  private static Object known(@Nullable Object source) {
    if (source == null) {
      throw Failures.argumentNull("source");
    }
    return source;
  }

  public static Object ancestors(@Nullable Object source) {
    return each(source, XNode.ELEMENTS, XNode.class, XNode::ancestors);
  }

  public static Object ancestors(@Nullable Object source, @Nullable XName name) {
    return each(source, XNode.ELEMENTS, XNode.class, node -> node.ancestors(name));
  }

  public static Object ancestorsAndSelf(@Nullable Object source) {
    return each(source, XNode.ELEMENTS, XElement.class, XElement::ancestorsAndSelf);
  }

  public static Object ancestorsAndSelf(@Nullable Object source, @Nullable XName name) {
    return each(source, XNode.ELEMENTS, XElement.class, node -> node.ancestorsAndSelf(name));
  }

  public static Object attributes(@Nullable Object source) {
    return each(source, ATTRIBUTES, XElement.class, XElement::attributes);
  }

  public static Object attributes(@Nullable Object source, @Nullable XName name) {
    return each(source, ATTRIBUTES, XElement.class, node -> node.attributes(name));
  }

  public static Object nodes(@Nullable Object source) {
    return each(source, XNode.NODE, XContainer.class, XContainer::nodes);
  }

  public static Object elements(@Nullable Object source) {
    return each(source, XNode.ELEMENTS, XContainer.class, XContainer::elements);
  }

  public static Object elements(@Nullable Object source, @Nullable XName name) {
    return each(source, XNode.ELEMENTS, XContainer.class, node -> node.elements(name));
  }

  public static Object descendantNodes(@Nullable Object source) {
    return each(source, XNode.NODE, XContainer.class, XContainer::descendantNodes);
  }

  public static Object descendantNodesAndSelf(@Nullable Object source) {
    return each(source, XNode.NODE, XElement.class, XElement::descendantNodesAndSelf);
  }

  public static Object descendants(@Nullable Object source) {
    return each(source, XNode.ELEMENTS, XContainer.class, XContainer::descendants);
  }

  public static Object descendants(@Nullable Object source, @Nullable XName name) {
    return each(source, XNode.ELEMENTS, XContainer.class, node -> node.descendants(name));
  }

  public static Object descendantsAndSelf(@Nullable Object source) {
    return each(source, XNode.ELEMENTS, XElement.class, XElement::descendantsAndSelf);
  }

  public static Object descendantsAndSelf(@Nullable Object source, @Nullable XName name) {
    return each(source, XNode.ELEMENTS, XElement.class, node -> node.descendantsAndSelf(name));
  }

  /** Sorted when it is read; the same node may come more than once. */
  public static Object inDocumentOrder(@Nullable Object source, String element) {
    Object known = known(source);
    return new Lazy(
        element,
        () -> {
          List<@Nullable Object> nodes = items(known);
          nodes.sort((a, b) -> DocumentOrder.compare((XNode) a, (XNode) b));
          return nodes.iterator();
        });
  }

  /** Takes away the nodes that the sequence has now. */
  public static void remove(@Nullable Object source) {
    for (Object item : items(known(source))) {
      if (item instanceof XAttribute attribute) {
        attribute.remove();
      } else if (item instanceof XNode node) {
        node.remove();
      }
    }
  }

  private static List<@Nullable Object> items(Object source) {
    List<@Nullable Object> items = new ArrayList<>();
    Sequences.iterator(source).forEachRemaining(items::add);
    return items;
  }
}
