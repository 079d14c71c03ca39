package dev.fanout.policies.lint;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.expressions.Compilation;
import dev.fanout.expressions.ExpressionCompiler;
import dev.fanout.expressions.ExpressionTarget;
import dev.fanout.policies.context.ContextTypes;
import dev.fanout.policies.syntax.PolicyExpression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks the expression compiler. What it does not know yet is no mistake of the document, and where
 * a placeholder stands in the C#, only what does compile is known.
 */
public final class ExpressionCheck {
  public static final RuleDescription BROKEN =
      new RuleDescription(
          "EXPRESSION_DOES_NOT_COMPILE",
          Severity.ERROR,
          "The expression is not the C# of policies",
          "API Management refuses the document, or the request fails when it gets there. The"
              + " message is the compiler's; [expressions.md](expressions.md) says what may stand in"
              + " an expression, [expressions-library.md](expressions-library.md) which members"
              + " there are.",
          """
          <fragment>
              <set-header name="x-method" exists-action="override">
                  <value>@(context.Request.«Methd».ToLower())</value>
              </set-header>
          </fragment>
          """,
          """
          <fragment>
              <set-header name="x-method" exists-action="override">
                  <value>@(context.Request.Method.ToLower())</value>
              </set-header>
          </fragment>
          """);

  public static final RuleDescription UNCHECKED =
      new RuleDescription(
          "EXPRESSION_NOT_CHECKED",
          Severity.INFO,
          "The expression uses what fanout does not compile yet",
          "Nothing is known against it: the gateway of API Management may well run it, the local"
              + " gateway refuses it. [expressions.md](expressions.md) ends with what is missing.",
          """
          <fragment>
              <set-variable name="zones" value="@(TimeZoneInfo.«GetSystemTimeZones»().Count)" />
          </fragment>
          """,
          """
          <fragment>
              <set-variable name="zones" value="597" />
          </fragment>
          """);

  /** What became of an expression. */
  enum Outcome {
    COMPILES,
    BROKEN,
    UNCHECKED
  }

  private static final String UNSUPPORTED = "UNSUPPORTED";
  private static final Set<String> CONDITIONS = Set.of("condition", "increment-condition");
  private static final String MEMBER_NOT_FOUND = "MEMBER_NOT_FOUND";
  private static final Set<String> NOT_BUILT = Set.of("Verify", "VerifyNoRevocation");
  private static final Pattern CONTEXT_TYPE = Pattern.compile("^'I[A-Z][a-z]");
  private static final int MOST_PROBLEMS = 5;

  private final ExpressionCompiler compiler = new ExpressionCompiler(ContextTypes.hostTypes());

  ExpressionCheck() {}

  Outcome check(PlacedExpression placed, List<Issue> issues) {
    PolicyExpression expression = placed.expression();
    String text = Placeholders.withoutNamedValues(expression.text());
    Compilation compilation = compiler.compile(expression.span(), text, target(placed));
    if (compilation.expression().isPresent()) {
      return Outcome.COMPILES;
    }
    Optional<Issue> unsupported =
        compilation.issues().stream().filter(ExpressionCheck::isUnsupported).findFirst();
    if (unsupported.isPresent()) {
      issues.add(as(UNCHECKED, unsupported.get()));
      return Outcome.UNCHECKED;
    }
    if (Placeholders.isTemplate(expression.text())) {
      return Outcome.UNCHECKED;
    }
    compilation.issues().stream()
        .limit(MOST_PROBLEMS)
        .forEach(issue -> issues.add(as(BROKEN, issue)));
    return Outcome.BROKEN;
  }

  /**
   * Our library lacks members that policies may use. A member that it does not know is a mistake if
   * one with nearly that name exists, or if it is one of the context, whose tree is whole.
   */
  private static boolean isUnsupported(Issue issue) {
    if (!issue.code().equals(MEMBER_NOT_FOUND)) {
      return issue.code().equals(UNSUPPORTED);
    }
    boolean isKnown =
        issue.location().filter(span -> NOT_BUILT.contains(span.text())).isPresent()
            || NOT_BUILT.stream().anyMatch(name -> issue.message().contains("'" + name + "'"));
    return isKnown || issue.hint().isEmpty() && !CONTEXT_TYPE.matcher(issue.message()).find();
  }

  private static Issue as(RuleDescription rule, Issue issue) {
    return new Issue(rule.code(), rule.severity(), issue.location(), issue.message(), issue.hint());
  }

  private static ExpressionTarget target(PlacedExpression placed) {
    return placed.attribute().filter(a -> CONDITIONS.contains(a.name())).isPresent()
        ? ExpressionTarget.BOOLEAN
        : ExpressionTarget.OBJECT;
  }
}
