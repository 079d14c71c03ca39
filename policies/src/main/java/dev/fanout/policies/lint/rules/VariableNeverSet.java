package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.ExpressionTree;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedElement;
import dev.fanout.policies.lint.PlacedExpression;
import dev.fanout.policies.lint.RuleDescription;
import dev.fanout.policies.syntax.AttributeNode;
import dev.fanout.policies.syntax.Similarity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

final class VariableNeverSet implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "VARIABLE_NEVER_SET",
          Severity.WARNING,
          "The variable is set nowhere, but one with almost this name is",
          "`context.Variables[\"x\"]` gives null for a name that nothing has set, and "
              + "the mistake shows much later. Reported only where the document sets a "
              + "variable whose name is one typo away, since other documents may set "
              + "variables too.",
          """
          <fragment>
              <set-variable name="customerId" value="@(context.Request.IpAddress)" />
              <set-header name="x-customer" exists-action="override">
                  <value>@((string)context.Variables[«"custmerId"»])</value>
              </set-header>
          </fragment>
          """,
          """
          <fragment>
              <set-variable name="customerId" value="@(context.Request.IpAddress)" />
              <set-header name="x-customer" exists-action="override">
                  <value>@((string)context.Variables["customerId"])</value>
              </set-header>
          </fragment>
          """);

  private static final Set<String> READERS = Set.of("GetValueOrDefault", "ContainsKey");

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    Set<String> set = new TreeSet<>();
    for (PlacedElement element : document.elements()) {
      for (AttributeNode attribute : element.node().attributes()) {
        if (element.isNamed("set-variable") && attribute.name().equals("name")
            || attribute.name().endsWith("variable-name")) {
          set.add(attribute.value());
        }
      }
    }
    if (set.isEmpty()) {
      return;
    }
    for (PlacedExpression placed : document.expressions()) {
      placed.tree().ifPresent(tree -> check(tree, set, findings));
    }
  }

  private static void check(ExpressionTree tree, Set<String> set, Findings findings) {
    for (ExpressionSyntax node : tree.nodes()) {
      name(tree, node)
          .filter(literal -> literal.value() instanceof String name && !set.contains(name))
          .ifPresent(
              literal -> {
                String name = String.valueOf(literal.value());
                Similarity.closest(name, set)
                    .filter(close -> differInLetters(close, name))
                    .ifPresent(
                        close ->
                            findings.add(
                                tree.span(literal),
                                "no policy here sets the variable '" + name + "'",
                                "did you mean '" + close + "'?"));
              });
    }
  }

  /** Names that differ in a digit only are two of a row. */
  private static boolean differInLetters(String left, String right) {
    return !left.replaceAll("[0-9]+", "").equalsIgnoreCase(right.replaceAll("[0-9]+", ""));
  }

  private static Optional<ExpressionSyntax.Literal> name(
      ExpressionTree tree, ExpressionSyntax node) {
    List<ExpressionSyntax.Argument> arguments = List.of();
    Optional<String> target = Optional.empty();
    if (node instanceof ExpressionSyntax.Element element) {
      target = tree.path(element.target());
      arguments = element.arguments();
    } else if (node instanceof ExpressionSyntax.Call call
        && call.target() instanceof ExpressionSyntax.Member member
        && READERS.contains(member.name())) {
      target = tree.path(member.target());
      arguments = call.arguments();
    }
    return target.filter("context.Variables"::equals).isPresent()
            && !arguments.isEmpty()
            && arguments.get(0).value() instanceof ExpressionSyntax.Literal literal
        ? Optional.of(literal)
        : Optional.empty();
  }
}
