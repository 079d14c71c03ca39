package dev.fanout.policies;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.model.AttributeDefinition;
import dev.fanout.policies.model.AttributeValue;
import dev.fanout.policies.model.ElementDefinition;
import dev.fanout.policies.model.Expressions;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.ElementNode;
import dev.fanout.policies.syntax.ElementText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Attributes of one element, and the text of elements that hold text, against their definitions.
 */
final class AttributeRules {
  private final List<Issue> issues;

  AttributeRules(List<Issue> issues) {
    this.issues = issues;
  }

  void check(ElementNode node, ElementDefinition definition) {
    for (AttributeNode attribute : node.attributes()) {
      AttributeDefinition known = definition.attributes().get(attribute.name());
      if (known != null) {
        value(known, attribute);
      } else if (!attribute.name().startsWith("xmlns")) {
        unknown(node, definition, attribute);
      }
    }
    required(node, definition);
    oneOf(node, definition);
    definition.text().ifPresent(text -> text(text, node.text()));
  }

  private void unknown(ElementNode node, ElementDefinition definition, AttributeNode attribute) {
    issues.add(
        DocumentRules.withCloseName(
            Issue.warning(
                "UNKNOWN_ATTRIBUTE",
                attribute.nameSpan(),
                "<" + node.name() + "> has no attribute '" + attribute.name() + "'"),
            attribute.name(),
            definition.attributes().keySet()));
  }

  private void required(ElementNode node, ElementDefinition definition) {
    for (AttributeDefinition attribute : definition.attributes().values()) {
      if (attribute.required() && node.attribute(attribute.name()).isEmpty()) {
        issues.add(
            Issue.error(
                "MISSING_ATTRIBUTE",
                node.nameSpan(),
                "<" + node.name() + "> needs the attribute '" + attribute.name() + "'"));
      }
    }
  }

  private void oneOf(ElementNode node, ElementDefinition definition) {
    Map<String, List<String>> groups =
        definition.attributes().values().stream()
            .filter(attribute -> !attribute.oneOf().isEmpty())
            .collect(
                Collectors.groupingBy(
                    AttributeDefinition::oneOf,
                    LinkedHashMap::new,
                    Collectors.mapping(AttributeDefinition::name, Collectors.toList())));
    for (List<String> names : groups.values()) {
      List<AttributeNode> given =
          names.stream().flatMap(name -> node.attribute(name).stream()).toList();
      if (given.isEmpty()) {
        issues.add(
            Issue.error(
                "MISSING_ATTRIBUTE",
                node.nameSpan(),
                "<" + node.name() + "> needs one of the attributes " + quoted(names)));
      } else if (given.size() > 1) {
        AttributeNode second =
            given.get(0).span().start() < given.get(1).span().start() ? given.get(1) : given.get(0);
        issues.add(
            Issue.error(
                "CONFLICTING_ATTRIBUTES",
                second.nameSpan(),
                "<" + node.name() + "> takes only one of the attributes " + quoted(names)));
      }
    }
  }

  private void value(AttributeDefinition definition, AttributeNode attribute) {
    if (attribute.span().equals(attribute.nameSpan())) {
      // The value is missing, which the parser has said.
      return;
    }
    if (attribute.isExpression()) {
      expression(definition, attribute.valueSpan(), "'" + definition.name() + "'");
    } else {
      literal(definition, attribute.value(), attribute.valueSpan(), "'" + definition.name() + "'");
    }
  }

  private void text(AttributeDefinition definition, ElementText text) {
    String subject = "the text of <" + definition.name() + ">";
    if (text.isExpression()) {
      expression(definition, text.span(), subject);
    } else {
      literal(definition, text.value(), text.span(), subject);
    }
  }

  private void expression(AttributeDefinition definition, SourceSpan span, String subject) {
    if (definition.expressions() == Expressions.FORBIDDEN) {
      issues.add(
          Issue.error("EXPRESSION_NOT_ALLOWED", span, subject + " must not be an expression"));
    }
  }

  private void literal(
      AttributeDefinition definition, String value, SourceSpan span, String subject) {
    if (AttributeValue.of(definition, value) instanceof AttributeValue.Invalid invalid) {
      Issue issue = Issue.error("INVALID_VALUE", span, subject + " " + invalid.problem());
      issues.add(DocumentRules.withCloseName(issue, value.strip(), definition.words()));
    }
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }
}
