package dev.fanout.policies.lint;

import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.model.AttributeDefinition;
import dev.fanout.policies.model.ChildDefinition;
import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.Expressions;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.model.Scope;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.model.Tier;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document laid out for rules: its elements and expressions in order, each with its place. */
public final class LintedDocument {
  private final PolicyDocument document;
  private final Optional<Scope> scope;
  private final Optional<Tier> tier;
  private final boolean inEstate;
  private final Map<SectionName, ElementNode> sections = new EnumMap<>(SectionName.class);
  private final List<PlacedElement> elements = new ArrayList<>();
  private final List<PlacedExpression> expressions = new ArrayList<>();

  /**
   * @param scope where the document hangs, if that is known
   * @param tier where it is to run, if that is asked for
   * @param inEstate whether the documents around it are looked at, too
   */
  public LintedDocument(
      PolicyDocument document, Optional<Scope> scope, Optional<Tier> tier, boolean inEstate) {
    this.document = Objects.requireNonNull(document, "document");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.tier = Objects.requireNonNull(tier, "tier");
    this.inEstate = inEstate;
    document.tree().root().ifPresent(this::root);
  }

  public PolicyDocument document() {
    return document;
  }

  public Optional<Scope> scope() {
    return scope;
  }

  public Optional<Tier> tier() {
    return tier;
  }

  public boolean inEstate() {
    return inEstate;
  }

  public boolean isFragment() {
    return document.tree().root().filter(root -> root.name().equals("fragment")).isPresent();
  }

  /** The sections that are there. */
  public Map<SectionName, ElementNode> sections() {
    return Collections.unmodifiableMap(sections);
  }

  /** All elements but the root, in document order. */
  public List<PlacedElement> elements() {
    return Collections.unmodifiableList(elements);
  }

  /** The policies of these names, in document order. */
  public Stream<PlacedElement> policies(String... names) {
    Set<String> wanted = Set.of(names);
    return elements.stream()
        .filter(PlacedElement::isPolicy)
        .filter(element -> wanted.contains(element.node().name()));
  }

  /**
   * In document order. Not in it: expressions where none may stand, which reading reports, and the
   * text of a liquid template.
   */
  public List<PlacedExpression> expressions() {
    return Collections.unmodifiableList(expressions);
  }

  private void root(ElementNode root) {
    Optional<ElementDefinition> definition = PolicyCatalog.root(root.name());
    if (definition.isEmpty()) {
      return;
    }
    if (definition.get().bean() != Policies.class) {
      inside(root, definition, Optional.empty(), null);
      return;
    }
    for (ElementNode child : root.elements()) {
      Optional<SectionName> name = SectionName.of(child.name());
      if (name.isPresent()) {
        sections.putIfAbsent(name.get(), child);
        place(child, Optional.empty(), name, null);
        container(child, Set.of(), name);
      }
    }
  }

  private void container(ElementNode node, Set<String> parts, Optional<SectionName> section) {
    for (ElementNode child : node.elements()) {
      if (parts.contains(child.name())) {
        continue;
      }
      Optional<ElementDefinition> policy = PolicyCatalog.policy(child.name());
      place(child, policy, section, child);
      inside(child, policy, section, child);
    }
  }

  private void inside(
      ElementNode node,
      Optional<ElementDefinition> definition,
      Optional<SectionName> section,
      @Nullable ElementNode policy) {
    if (definition.isEmpty()
        || definition.get().text().isPresent()
        || definition.get().isVerbatim()) {
      return;
    }
    boolean holdsPolicies = definition.get().isContainer();
    if (holdsPolicies) {
      container(node, definition.get().children().keySet(), section);
    }
    for (ElementNode child : node.elements()) {
      Optional<ElementDefinition> part =
          Optional.ofNullable(definition.get().children().get(child.name()))
              .map(ChildDefinition::element);
      if (part.isEmpty() && holdsPolicies) {
        continue;
      }
      ElementNode owner = part.filter(ElementDefinition::isContainer).isPresent() ? null : policy;
      place(child, part, section, owner);
      inside(child, part, section, owner);
    }
  }

  private void place(
      ElementNode node,
      Optional<ElementDefinition> definition,
      Optional<SectionName> section,
      @Nullable ElementNode policy) {
    PlacedElement element = new PlacedElement(node, definition, section, policy);
    elements.add(element);
    for (AttributeNode attribute : node.attributes()) {
      Optional<AttributeDefinition> known =
          definition.map(ElementDefinition::attributes).map(all -> all.get(attribute.name()));
      if (known.map(AttributeDefinition::expressions).orElse(Expressions.UNSTATED)
          != Expressions.FORBIDDEN) {
        attribute
            .expression()
            .ifPresent(
                expression ->
                    expressions.add(
                        new PlacedExpression(expression, element, Optional.of(attribute), known)));
      }
    }
    Optional<AttributeDefinition> text = definition.flatMap(ElementDefinition::text);
    if (text.isPresent()
        && text.get().expressions() != Expressions.FORBIDDEN
        && !element.has("template", "liquid")) {
      node.text()
          .expression()
          .ifPresent(
              expression ->
                  expressions.add(
                      new PlacedExpression(expression, element, Optional.empty(), text)));
    }
  }
}
