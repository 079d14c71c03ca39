package dev.fanout.policies.lint;

import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.expressions.Positions;
import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.Lexer;
import dev.fanout.expressions.syntax.Parser;
import dev.fanout.expressions.syntax.Problem;
import dev.fanout.expressions.syntax.StatementSyntax;
import dev.fanout.expressions.syntax.Token;
import dev.fanout.policies.syntax.PolicyExpression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The C# of one expression as a tree, with what rules ask of it. */
public final class ExpressionTree {
  private static final int MOST_ALIASES = 8;

  private final PolicyExpression expression;
  private final @Nullable ExpressionSyntax single;
  private final List<ExpressionSyntax> nodes = new ArrayList<>();
  private final List<ExpressionSyntax> results = new ArrayList<>();
  private final Map<String, @Nullable ExpressionSyntax> locals = new HashMap<>();
  private final Map<String, List<ExpressionSyntax>> assigned = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private final Map<ExpressionSyntax.Receiver, ExpressionSyntax> receivers = new HashMap<>();
  private @Nullable Positions positions;

  private ExpressionTree(PolicyExpression expression, Object root) {
    this.expression = expression;
    this.single = root instanceof ExpressionSyntax syntax ? syntax : null;
    new SyntaxWalk(this::expression, this::statement).visit(root);
  }

  /** Empty if it does not parse. Named values are read as if they were letters. */
  public static Optional<ExpressionTree> parse(PolicyExpression expression) {
    String text = Placeholders.withoutNamedValues(expression.text());
    if (text.length() < 3) {
      return Optional.empty();
    }
    List<Problem> problems = new ArrayList<>();
    List<Token> tokens = Lexer.tokens(text, 2, text.length() - 1, problems);
    Parser parser = new Parser(tokens, problems);
    Object root = text.startsWith("@{") ? parser.wholeBlock() : parser.wholeExpression();
    return problems.isEmpty()
        ? Optional.of(new ExpressionTree(expression, root))
        : Optional.empty();
  }

  /** Every expression in it, outer ones first. */
  public List<ExpressionSyntax> nodes() {
    return nodes;
  }

  /** What it may give: the expression itself, or what the block returns. */
  public List<ExpressionSyntax> results() {
    return single == null ? results : List.of(single);
  }

  /** The value of a local variable that is set once, where it is declared. */
  public Optional<ExpressionSyntax> local(String name) {
    return Optional.ofNullable(locals.get(name));
  }

  /** What is assigned to a local variable, by its declaration, too; not what {@code +=} adds. */
  public List<ExpressionSyntax> values(String name) {
    return Collections.unmodifiableList(assigned.getOrDefault(name, List.of()));
  }

  /** Does the variable change after its declaration? */
  public boolean isChanged(String name) {
    return changed.contains(name);
  }

  /**
   * {@code context.Request.Body} for that chain of members, {@code ?.} read as a dot and a variable
   * as the chain that it stands for.
   */
  public Optional<String> path(ExpressionSyntax node) {
    return path(node, 0);
  }

  private Optional<String> path(ExpressionSyntax node, int aliases) {
    if (node instanceof ExpressionSyntax.Name name) {
      Optional<String> alias =
          aliases < MOST_ALIASES
              ? local(name.name()).flatMap(value -> path(value, aliases + 1))
              : Optional.empty();
      return alias.or(() -> Optional.of(name.name()));
    } else if (node instanceof ExpressionSyntax.KeywordType keyword) {
      return Optional.of(keyword.keyword());
    } else if (node instanceof ExpressionSyntax.Member member) {
      return path(member.target(), aliases).map(target -> target + "." + member.name());
    } else if (node instanceof ExpressionSyntax.Receiver receiver) {
      return Optional.ofNullable(receivers.get(receiver)).flatMap(r -> path(r, aliases));
    } else if (node instanceof ExpressionSyntax.ConditionalAccess access) {
      return path(access.access(), aliases);
    }
    return Optional.empty();
  }

  /** What stands before the dot of a call's name; empty for a call without a dot. */
  public static Optional<ExpressionSyntax.Member> method(ExpressionSyntax.Call call) {
    return call.target() instanceof ExpressionSyntax.Member member
        ? Optional.of(member)
        : Optional.empty();
  }

  /** Where a node stands in the document. */
  public SourceSpan span(ExpressionSyntax node) {
    return span(node.start(), node.end());
  }

  /** Where offsets of the C# stand in the document. */
  public SourceSpan span(int start, int end) {
    Positions known = positions;
    if (known == null) {
      known = new Positions(expression.span(), expression.text());
      positions = known;
    }
    return known.span(start, end);
  }

  private void expression(ExpressionSyntax node) {
    nodes.add(node);
    if (node instanceof ExpressionSyntax.Assignment assignment
        && assignment.target() instanceof ExpressionSyntax.Name name) {
      locals.put(name.name(), null);
      changed.add(name.name());
      if (assignment.operator().equals("=")) {
        assigned(name.name(), assignment.value());
      }
    } else if (node instanceof ExpressionSyntax.ConditionalAccess access) {
      receiver(access.access()).ifPresent(receiver -> receivers.put(receiver, access.target()));
    }
  }

  private void assigned(String name, ExpressionSyntax value) {
    assigned.computeIfAbsent(name, k -> new ArrayList<>()).add(value);
  }

  private void statement(StatementSyntax node) {
    if (node instanceof StatementSyntax.Local local) {
      for (StatementSyntax.Declarator declarator : local.declarators()) {
        locals.putIfAbsent(declarator.name(), declarator.initializer());
        if (declarator.initializer() != null) {
          assigned(declarator.name(), declarator.initializer());
        }
      }
    } else if (node instanceof StatementSyntax.Return returned && returned.value() != null) {
      results.add(returned.value());
    }
  }

  private static Optional<ExpressionSyntax.Receiver> receiver(ExpressionSyntax access) {
    ExpressionSyntax node = access;
    while (true) {
      if (node instanceof ExpressionSyntax.Receiver receiver) {
        return Optional.of(receiver);
      } else if (node instanceof ExpressionSyntax.Member member) {
        node = member.target();
      } else if (node instanceof ExpressionSyntax.Call call) {
        node = call.target();
      } else if (node instanceof ExpressionSyntax.Element element) {
        node = element.target();
      } else if (node instanceof ExpressionSyntax.ConditionalAccess inner) {
        node = inner.target();
      } else {
        return Optional.empty();
      }
    }
  }
}
