package dev.fanout.policies.lint;

import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document with its meaning.
 *
 * @param definition empty for an unknown element
 * @param section empty in a fragment, and for the root
 * @param policy the policy that it is or is a part of; null for sections and branches
 */
public record PlacedElement(
    ElementNode node,
    Optional<ElementDefinition> definition,
    Optional<SectionName> section,
    @Nullable ElementNode policy) {
  /** Is it a policy, and not a part of one? */
  public boolean isPolicy() {
    return node == policy;
  }

  public boolean isNamed(String name) {
    return node.name().equals(name);
  }

  /** The value of a literal attribute, stripped; empty if it is missing or an expression. */
  public Optional<String> literal(String attribute) {
    return node.attribute(attribute)
        .filter(a -> !a.isExpression())
        .map(AttributeNode::value)
        .map(String::strip);
  }

  /** Is the attribute this literal, whatever its case? */
  public boolean has(String attribute, String value) {
    return literal(attribute).filter(value::equalsIgnoreCase).isPresent();
  }
}
