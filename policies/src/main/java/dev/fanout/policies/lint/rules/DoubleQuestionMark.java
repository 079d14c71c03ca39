package dev.fanout.policies.lint.rules;

import dev.fanout.diagnostics.Severity;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.policies.lint.DocumentRule;
import dev.fanout.policies.lint.ExpressionTree;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.lint.LintedDocument;
import dev.fanout.policies.lint.PlacedExpression;
import dev.fanout.policies.lint.RuleDescription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

final class DoubleQuestionMark implements DocumentRule {
  private static final RuleDescription DESCRIPTION =
      new RuleDescription(
          "QUERYSTRING_DOUBLE_QUESTION_MARK",
          Severity.WARNING,
          "The URL gets two question marks",
          "`IUrl.QueryString` begins with its own `?` (and is empty without a query), so `\"?\" +"
              + " QueryString` gives `??a=b`, and the upstream reads a parameter named `?a`. Leave"
              + " out the `\"?\"`, and the test for an empty query with it.",
          """
          <fragment>
              <rewrite-uri template="@("/v2" + context.Request.OriginalUrl.Path + «"?" + context.Request.OriginalUrl.QueryString»)" />
          </fragment>
          """,
          """
          <fragment>
              <rewrite-uri template="@("/v2" + context.Request.OriginalUrl.Path + context.Request.OriginalUrl.QueryString)" />
          </fragment>
          """);

  private static final int MOST_STEPS = 8;

  private static final String MESSAGE = "QueryString begins with '?' itself, so the URL gets two";
  private static final String HINT = "leave out the '?' in front of it";

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public void check(LintedDocument document, Findings findings) {
    for (PlacedExpression placed : document.expressions()) {
      placed.tree().ifPresent(tree -> check(tree, findings));
    }
  }

  private static void check(ExpressionTree tree, Findings findings) {
    Set<ExpressionSyntax> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ExpressionSyntax node : tree.nodes()) {
      List<ExpressionSyntax> parts = new ArrayList<>();
      if (node instanceof ExpressionSyntax.Binary sum && sum.operator().equals("+")) {
        if (!done.contains(node)) {
          flatten(sum, parts, done);
        }
      } else if (node instanceof ExpressionSyntax.Call call
          && tree.path(call.target())
              .filter(p -> p.toLowerCase(Locale.ROOT).endsWith("string.concat"))
              .isPresent()) {
        call.arguments().forEach(argument -> parts.add(argument.value()));
      } else if (node instanceof ExpressionSyntax.Call call) {
        appended(call, parts);
        formatted(tree, call, findings);
      } else if (node instanceof ExpressionSyntax.Interpolated text) {
        holes(tree, text, findings);
      }
      for (int i = 0; i + 1 < parts.size(); i++) {
        ExpressionSyntax left = parts.get(i);
        ExpressionSyntax right = parts.get(i + 1);
        if (endsWithMark(left) && isQueryString(tree, right, 0)) {
          findings.add(tree.span(left.start(), right.end()), MESSAGE, HINT);
        }
      }
    }
  }

  private static void holes(
      ExpressionTree tree, ExpressionSyntax.Interpolated text, Findings findings) {
    String before = "";
    for (ExpressionSyntax.Interpolated.Part part : text.parts()) {
      ExpressionSyntax hole = part.expression();
      if (hole == null) {
        before = part.text();
        continue;
      }
      if (before.endsWith("?") && isQueryString(tree, hole, 0)) {
        findings.add(tree.span(hole), MESSAGE, HINT);
      }
      before = "";
    }
  }

  /** {@code builder.Append("?").Append(x)} puts one behind the other, too. */
  private static void appended(ExpressionSyntax.Call call, List<ExpressionSyntax> parts) {
    Optional<ExpressionSyntax> right = argumentOfAppend(call);
    Optional<ExpressionSyntax> left =
        ExpressionTree.method(call)
            .map(ExpressionSyntax.Member::target)
            .flatMap(DoubleQuestionMark::argumentOfAppend);
    if (left.isPresent() && right.isPresent()) {
      parts.add(left.get());
      parts.add(right.get());
    }
  }

  private static Optional<ExpressionSyntax> argumentOfAppend(ExpressionSyntax node) {
    return node instanceof ExpressionSyntax.Call call
            && call.arguments().size() == 1
            && ExpressionTree.method(call).filter(m -> m.name().equals("Append")).isPresent()
        ? Optional.of(call.arguments().get(0).value())
        : Optional.empty();
  }

  private static void formatted(
      ExpressionTree tree, ExpressionSyntax.Call call, Findings findings) {
    boolean formats =
        tree.path(call.target())
            .filter(path -> path.toLowerCase(Locale.ROOT).endsWith("string.format"))
            .isPresent();
    if (formats
        && !call.arguments().isEmpty()
        && call.arguments().get(0).value() instanceof ExpressionSyntax.Literal literal
        && literal.value() instanceof String format) {
      for (int i = 1; i < call.arguments().size(); i++) {
        ExpressionSyntax value = call.arguments().get(i).value();
        if (format.contains("?{" + (i - 1) + "}") && isQueryString(tree, value, 0)) {
          findings.add(tree.span(value), MESSAGE, HINT);
        }
      }
    }
  }

  private static void flatten(
      ExpressionSyntax.Binary sum, List<ExpressionSyntax> parts, Set<ExpressionSyntax> done) {
    done.add(sum);
    for (ExpressionSyntax side : List.of(sum.left(), sum.right())) {
      if (side instanceof ExpressionSyntax.Binary inner && inner.operator().equals("+")) {
        flatten(inner, parts, done);
      } else {
        parts.add(side);
      }
    }
  }

  private static boolean endsWithMark(ExpressionSyntax node) {
    if (node instanceof ExpressionSyntax.Literal literal) {
      return literal.value() instanceof String text && text.endsWith("?")
          || literal.value() instanceof Character c && c == '?';
    }
    if (node instanceof ExpressionSyntax.Interpolated text && !text.parts().isEmpty()) {
      ExpressionSyntax.Interpolated.Part last = text.parts().get(text.parts().size() - 1);
      return last.expression() == null && last.text().endsWith("?");
    }
    return false;
  }

  /** Does it give QueryString, perhaps by way of a variable, or one of two values? */
  private static boolean isQueryString(ExpressionTree tree, ExpressionSyntax node, int steps) {
    if (steps > MOST_STEPS) {
      return false;
    }
    if (node instanceof ExpressionSyntax.Conditional choice) {
      return isQueryString(tree, choice.whenTrue(), steps + 1)
          || isQueryString(tree, choice.whenFalse(), steps + 1);
    }
    if (node instanceof ExpressionSyntax.Coalesce coalesce) {
      return isQueryString(tree, coalesce.left(), steps + 1);
    }
    if (node instanceof ExpressionSyntax.Cast cast) {
      return isQueryString(tree, cast.operand(), steps + 1);
    }
    if (node instanceof ExpressionSyntax.Name name && tree.local(name.name()).isPresent()) {
      return isQueryString(tree, tree.local(name.name()).get(), steps + 1);
    }
    return tree.path(node).filter(path -> path.endsWith(".QueryString")).isPresent();
  }
}
