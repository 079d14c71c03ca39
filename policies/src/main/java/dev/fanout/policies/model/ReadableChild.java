package dev.fanout.policies.model;

import dev.fanout.policies.syntax.ElementNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A child element that a bean has a place for.
 *
 * @param definition null if it stands in the place of a policy and is none that may stand there
 */
record ReadableChild(ElementNode node, @Nullable ElementDefinition definition) {
  /** Those of the element, in document order. */
  static List<ReadableChild> of(ElementNode node, ElementDefinition definition) {
    if (definition.text().isPresent()) {
      return List.of();
    }
    List<ReadableChild> readable = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (ElementNode child : node.elements()) {
      ChildDefinition part = definition.children().get(child.name());
      if (part != null) {
        if (given.add(child.name()) || part.many()) {
          readable.add(new ReadableChild(child, part.element()));
        }
      } else if (definition.isContainer()) {
        readable.add(new ReadableChild(child, heldBy(definition, child.name())));
      }
    }
    return readable;
  }

  private static @Nullable ElementDefinition heldBy(ElementDefinition container, String name) {
    return container.holds().contains(name) ? PolicyCatalog.policy(name).orElse(null) : null;
  }
}
