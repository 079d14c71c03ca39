package dev.fanout.policies;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.model.ChildDefinition;
import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.Occurs;
import dev.fanout.policies.model.Placement;
import dev.fanout.policies.model.Policies;
import dev.fanout.policies.model.PolicyCatalog;
import dev.fanout.policies.model.PolicyFragment;
import dev.fanout.policies.model.SectionName;
import dev.fanout.policies.syntax.CDataNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.ParsedPolicy;
import dev.fanout.policies.syntax.PolicyNode;
import dev.fanout.policies.syntax.Similarity;
import dev.fanout.policies.syntax.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one document can say about itself: elements, their places and their values, held against the
 * catalog. A place that the documentation does not list is a warning, since deployed documents
 * contradict it here and there; what no gateway can run is an error.
 */
final class DocumentRules {
  private final List<Issue> issues = new ArrayList<>();
  private final AttributeRules attributes = new AttributeRules(issues);
  private final Map<String, ElementNode> once = new HashMap<>();

  /** Names of elements without an end: what follows them may have been meant to stand outside. */
  private final Set<SourceSpan> unclosed = new HashSet<>();

  private DocumentRules() {}

  /** All issues of the document, those of its syntax included, by position. */
  static List<Issue> check(ParsedPolicy parsed) {
    DocumentRules rules = new DocumentRules();
    rules.issues.addAll(parsed.issues());
    parsed.issues().stream()
        .filter(issue -> issue.code().equals("XML_UNCLOSED_ELEMENT"))
        .forEach(issue -> rules.unclosed.add(issue.location().orElseThrow()));
    parsed.tree().root().ifPresent(rules::root);
    rules.issues.sort(
        Comparator.comparingInt(issue -> issue.location().map(SourceSpan::start).orElse(0)));
    return rules.issues;
  }

  /** Where an element stands: its section, empty in a fragment. */
  private record Place(Optional<SectionName> section, boolean inFragment) {}

  private void root(ElementNode root) {
    Optional<ElementDefinition> definition = PolicyCatalog.root(root.name());
    if (definition.isEmpty()) {
      issues.add(
          withCloseName(
              Issue.error(
                  "UNKNOWN_ROOT",
                  root.nameSpan(),
                  "the root is <" + root.name() + ">, neither <policies> nor <fragment>"),
              root.name(),
              List.of("policies", "fragment")));
      return;
    }
    attributes.check(root, definition.get());
    noText(root);
    if (definition.get().bean() == Policies.class) {
      sections(root, definition.get());
    } else {
      boolean fragment = definition.get().bean() == PolicyFragment.class;
      content(root, definition.get(), new Place(Optional.empty(), fragment));
    }
  }

  private void sections(ElementNode root, ElementDefinition definition) {
    Set<SectionName> seen = EnumSet.noneOf(SectionName.class);
    for (ElementNode child : root.elements()) {
      Optional<SectionName> name = SectionName.of(child.name());
      if (name.isEmpty()) {
        issues.add(
            withCloseName(
                Issue.error(
                    "UNKNOWN_SECTION",
                    child.nameSpan(),
                    "<" + child.name() + "> is no section of a policy document"),
                child.name(),
                definition.children().keySet()));
        continue;
      }
      if (!seen.add(name.get())) {
        issues.add(
            Issue.error(
                "DUPLICATE_SECTION",
                child.nameSpan(),
                "the section <" + child.name() + "> is given twice"));
      }
      section(child, name.get());
    }
  }

  private void section(ElementNode node, SectionName name) {
    once.values().removeIf(DocumentRules::isOncePerSection);
    ElementDefinition section =
        Objects.requireNonNull(
                PolicyCatalog.root("policies").orElseThrow().children().get(name.elementName()))
            .element();
    attributes.check(node, section);
    noText(node);
    content(node, section, new Place(Optional.of(name), false));
  }

  private void content(ElementNode node, ElementDefinition definition, Place place) {
    if (definition.isContainer()) {
      container(node, definition, place);
    }
    children(node, definition, place);
  }

  private void container(ElementNode node, ElementDefinition definition, Place place) {
    boolean anyPolicy = definition.holds().size() == PolicyCatalog.policies().size();
    for (String needed : definition.mustHold()) {
      if (node.elements(needed).isEmpty()) {
        missing(node, needed);
      }
    }
    for (ElementNode child : node.elements()) {
      if (definition.children().containsKey(child.name())) {
        continue;
      }
      Optional<SectionName> section = SectionName.of(child.name());
      if (section.isPresent() && unclosed.contains(node.nameSpan())) {
        section(child, section.get());
        continue;
      }
      Optional<ElementDefinition> policy = PolicyCatalog.policy(child.name());
      if (policy.isEmpty()) {
        issues.add(
            withCloseName(
                Issue.warning(
                    "UNKNOWN_POLICY",
                    child.nameSpan(),
                    "<" + child.name() + "> is no known policy"),
                child.name(),
                definition.holds()));
        continue;
      }
      if (!definition.holds().contains(child.name()) && !unclosed.contains(node.nameSpan())) {
        issues.add(
            Issue.error(
                    "POLICY_NOT_ALLOWED_HERE",
                    child.nameSpan(),
                    "<" + child.name() + "> must not stand in <" + node.name() + ">")
                .withHint("it holds " + list(definition.holds())));
      } else if (anyPolicy) {
        policyPlace(child, policy.get(), place);
      }
      element(child, policy.get(), place);
    }
  }

  private void element(ElementNode node, ElementDefinition definition, Place place) {
    if (definition.isVerbatim()) {
      return;
    }
    attributes.check(node, definition);
    if (definition.text().isPresent()) {
      return;
    }
    noText(node);
    content(node, definition, place);
  }

  private void children(ElementNode node, ElementDefinition definition, Place place) {
    Set<String> seen = new HashSet<>();
    for (ElementNode child : node.elements()) {
      ChildDefinition childDefinition = definition.children().get(child.name());
      if (childDefinition == null && definition.isContainer()) {
        continue;
      }
      if (childDefinition == null && unclosed.contains(node.nameSpan())) {
        PolicyCatalog.policy(child.name()).ifPresent(policy -> element(child, policy, place));
        continue;
      }
      if (childDefinition == null) {
        issues.add(
            withCloseName(
                Issue.warning(
                    "UNKNOWN_ELEMENT",
                    child.nameSpan(),
                    "<" + node.name() + "> has no element <" + child.name() + ">"),
                child.name(),
                definition.children().keySet()));
        continue;
      }
      if (!seen.add(child.name()) && !childDefinition.many()) {
        issues.add(
            Issue.error(
                "ELEMENT_REPEATED",
                child.nameSpan(),
                "<" + node.name() + "> takes one <" + child.name() + "> only"));
      }
      element(child, childDefinition.element(), place);
    }
    definition
        .children()
        .forEach(
            (name, child) -> {
              if (child.required() && !seen.contains(name)) {
                missing(node, name);
              }
            });
  }

  private void missing(ElementNode node, String name) {
    if (unclosed.contains(node.nameSpan())) {
      return;
    }
    issues.add(
        Issue.error(
            "MISSING_ELEMENT",
            node.nameSpan(),
            "<" + node.name() + "> needs an element <" + name + ">"));
  }

  private void policyPlace(ElementNode node, ElementDefinition definition, Place place) {
    Placement placement = definition.placement().orElseThrow();
    if (place.inFragment()) {
      inFragment(node);
    }
    List<SectionName> sections = Arrays.asList(placement.sections());
    if (sections.isEmpty()) {
      issues.add(
          Issue.error(
              "POLICY_NOT_ALLOWED_HERE",
              node.nameSpan(),
              placement.inResolvers()
                  ? "<" + node.name() + "> is for GraphQL resolvers only"
                  : "<" + node.name() + "> is a part of other policies, not a policy"));
    } else if (place.section().isPresent() && !sections.contains(place.section().get())) {
      issues.add(
          Issue.warning(
                  "WRONG_SECTION",
                  node.nameSpan(),
                  "<"
                      + node.name()
                      + "> is not documented for <"
                      + place.section().get().elementName()
                      + ">")
              .withHint(
                  "it is for " + list(sections.stream().map(SectionName::elementName).toList())));
    }
    ElementNode first =
        placement.occurs() == Occurs.ANY ? null : once.putIfAbsent(node.name(), node);
    if (first != null && !areAlternatives(first, node)) {
      issues.add(
          Issue.warning(
              "POLICY_REPEATED",
              node.nameSpan(),
              "<"
                  + node.name()
                  + "> is documented to stand once in a "
                  + (placement.occurs() == Occurs.ONCE_PER_SECTION ? "section" : "document")));
    }
  }

  private void inFragment(ElementNode node) {
    if (node.name().equals("base")) {
      issues.add(
          Issue.error("BASE_IN_FRAGMENT", node.nameSpan(), "<base> must not stand in a fragment"));
    } else if (node.name().equals("include-fragment")) {
      issues.add(
          Issue.error(
              "NESTED_FRAGMENT", node.nameSpan(), "a fragment must not include another one"));
    }
  }

  private void noText(ElementNode node) {
    for (PolicyNode child : node.children()) {
      boolean isText =
          (child instanceof TextNode text && !text.isBlank())
              || (child instanceof CDataNode cdata && !cdata.value().isBlank());
      if (isText) {
        SourceSpan span = child.span();
        int start = span.start() + span.text().length() - span.text().stripLeading().length();
        int end = Math.max(start, start + span.text().strip().length());
        issues.add(
            Issue.warning(
                "UNEXPECTED_TEXT",
                span.source().span(start, end),
                "<" + node.name() + "> holds no text"));
      }
    }
  }

  /** Do they stand in two branches of one choose, so that at most one of them runs? */
  private static boolean areAlternatives(ElementNode first, ElementNode second) {
    List<ElementNode> around = new ArrayList<>();
    Optional<ElementNode> at = Optional.of(first);
    while (at.isPresent()) {
      around.add(at.get());
      at = at.get().parent();
    }
    ElementNode common = second;
    while (!around.contains(common)) {
      common = common.parent().orElseThrow();
    }
    return common.name().equals("choose");
  }

  private static boolean isOncePerSection(ElementNode node) {
    return PolicyCatalog.policy(node.name())
        .flatMap(ElementDefinition::placement)
        .filter(placement -> placement.occurs() == Occurs.ONCE_PER_SECTION)
        .isPresent();
  }

  static Issue withCloseName(Issue issue, String written, Collection<String> names) {
    return Similarity.closest(written, names)
        .map(name -> issue.withHint("did you mean '" + name + "'?"))
        .orElse(issue);
  }

  private static String list(Collection<String> names) {
    return names.stream().collect(Collectors.joining(", "));
  }
}
