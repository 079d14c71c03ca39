package dev.fanout.policies.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An element of the policy language, as its bean describes it.
 *
 * @param bean the class that it is read into
 * @param placement where it may stand; empty for a part of a policy
 * @param attributes by name, in the order in which they are written
 * @param children by name, in the order in which they are written; without the policies that a
 *     container holds
 * @param holds names of the policies that may stand in it, in one ordered list and beside its
 *     {@code children}; empty if it is no container
 * @param mustHold those of {@code holds} without which it is incomplete
 * @param text what the text in it may be; empty if it holds none
 */
public record ElementDefinition(
    String name,
    Class<? extends PolicyPart> bean,
    Optional<Placement> placement,
    Map<String, AttributeDefinition> attributes,
    Map<String, ChildDefinition> children,
    Set<String> holds,
    Set<String> mustHold,
    Optional<AttributeDefinition> text) {
  /** True if it holds policies in order. */
  public boolean isContainer() {
    return PolicyContainer.class.isAssignableFrom(bean);
  }

  /** True if it is foreign markup, whose attributes and children nobody knows here. */
  public boolean isVerbatim() {
    return bean == XslStylesheet.class;
  }
}
