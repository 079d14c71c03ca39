package dev.fanout.artifacts.lint;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.NumberLiteral;
import dev.fanout.policies.lint.ExpressionTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the texts begin that an expression can give: literals, their sums, local variables, {@code
 * ?:}, and members whose value an estate tells. What it cannot follow is {@link KnownText#NOTHING}.
 */
final class ConstantTexts {
  private static final int DEEPEST = 40;

  private final ExpressionTree tree;
  private final Map<String, KnownText> members;
  private final Map<String, KnownText> variables;
  private final Map<String, List<KnownText>> locals = new HashMap<>();
  private final Set<String> beingFollowed = new HashSet<>();

  /**
   * @param members values of chains such as {@code context.Api.Path}
   * @param variables of {@code context.Variables}, as far as they are set
   */
  ConstantTexts(
      ExpressionTree tree, Map<String, KnownText> members, Map<String, KnownText> variables) {
    this.tree = tree;
    this.members = members;
    this.variables = variables;
  }

  Set<KnownText> all() {
    Set<KnownText> all = new LinkedHashSet<>();
    tree.results().forEach(result -> all.addAll(of(result, 0)));
    return all;
  }

  /** How a part of the expression may begin. */
  List<KnownText> of(ExpressionSyntax node, int depth) {
    if (depth > DEEPEST) {
      return List.of(KnownText.NOTHING);
    }
    if (node instanceof ExpressionSyntax.Literal literal && literal.value() != null) {
      return literal.value() instanceof String || literal.value() instanceof Character
          ? List.of(KnownText.of(literal.value().toString()))
          : List.of(KnownText.NOTHING);
    } else if (node instanceof ExpressionSyntax.Binary sum && sum.operator().equals("+")) {
      return new TextCalls(tree, this).concat(terms(sum), depth);
    } else if (node instanceof ExpressionSyntax.Interpolated text) {
      return interpolated(text, depth);
    } else if (node instanceof ExpressionSyntax.Conditional choice) {
      List<KnownText> both = new ArrayList<>(of(choice.whenTrue(), depth + 1));
      both.addAll(of(choice.whenFalse(), depth + 1));
      return KnownText.bounded(both);
    } else if (node instanceof ExpressionSyntax.Coalesce coalesce) {
      return isUnset(coalesce.left())
          ? of(coalesce.right(), depth + 1)
          : of(coalesce.left(), depth + 1);
    } else if (node instanceof ExpressionSyntax.Cast cast) {
      return of(cast.operand(), depth + 1);
    } else if (node instanceof ExpressionSyntax.As as) {
      return of(as.operand(), depth + 1);
    } else if (node instanceof ExpressionSyntax.New made) {
      return isBuilder(made)
          ? new TextCalls(tree, this).concat(builderTexts(made), depth)
          : List.of(KnownText.NOTHING);
    } else if (node instanceof ExpressionSyntax.Call call) {
      return call(call, depth);
    } else if (node instanceof ExpressionSyntax.ConditionalAccess access) {
      return of(access.access(), depth + 1);
    }
    Optional<String> variable = variable(node);
    if (variable.isPresent()) {
      return List.of(variables.getOrDefault(variable.get(), KnownText.NOTHING));
    }
    if (node instanceof ExpressionSyntax.Name name && !tree.values(name.name()).isEmpty()) {
      return local(name.name(), depth);
    }
    return List.of(
        tree.path(node)
            .map(path -> members.getOrDefault(path, KnownText.NOTHING))
            .orElse(KnownText.NOTHING));
  }

  /** A variable may have any of the values that are assigned to it, and more behind each. */
  private List<KnownText> local(String name, int depth) {
    List<KnownText> known = locals.get(name);
    if (known != null) {
      return known;
    }
    if (!beingFollowed.add(name)) {
      return List.of();
    }
    List<KnownText> all = new ArrayList<>();
    for (ExpressionSyntax value : tree.values(name)) {
      boolean mayGrow = tree.isChanged(name) || value instanceof ExpressionSyntax.New;
      for (KnownText text : of(value, depth + 1)) {
        all.add(mayGrow ? text.andMore() : text);
      }
    }
    beingFollowed.remove(name);
    known = KnownText.bounded(all);
    locals.put(name, known);
    return known;
  }

  /** A sum of many terms nests deeply on its left. */
  private static List<ExpressionSyntax> terms(ExpressionSyntax.Binary sum) {
    Deque<ExpressionSyntax> terms = new ArrayDeque<>();
    ExpressionSyntax left = sum;
    while (left instanceof ExpressionSyntax.Binary inner && inner.operator().equals("+")) {
      terms.push(inner.right());
      left = inner.left();
    }
    terms.push(left);
    return List.copyOf(terms);
  }

  private List<KnownText> interpolated(ExpressionSyntax.Interpolated text, int depth) {
    List<KnownText> known = List.of(KnownText.of(""));
    for (ExpressionSyntax.Interpolated.Part part : text.parts()) {
      ExpressionSyntax hole = part.expression();
      known =
          KnownText.join(
              known, hole == null ? List.of(KnownText.of(part.text())) : of(hole, depth + 1));
    }
    return known;
  }

  private static boolean isBuilder(ExpressionSyntax.New made) {
    int parts = made.type().parts().size();
    return parts > 0 && made.type().parts().get(parts - 1).name().equals("StringBuilder");
  }

  /** A number is a capacity. */
  private static List<ExpressionSyntax> builderTexts(ExpressionSyntax.New builder) {
    return values(builder.arguments()).stream()
        .filter(
            value ->
                !(value instanceof ExpressionSyntax.Literal literal
                    && literal.value() instanceof NumberLiteral))
        .toList();
  }

  private List<KnownText> call(ExpressionSyntax.Call call, int depth) {
    Optional<String> variable = variable(call);
    List<ExpressionSyntax> arguments = values(call.arguments());
    if (variable.isPresent()) {
      if (variables.containsKey(variable.get())) {
        return List.of(variables.getOrDefault(variable.get(), KnownText.NOTHING));
      }
      return arguments.size() > 1 ? of(arguments.get(1), depth + 1) : List.of(KnownText.NOTHING);
    }
    return call.target() instanceof ExpressionSyntax.Member method
        ? new TextCalls(tree, this).of(method, arguments, depth)
        : List.of(KnownText.NOTHING);
  }

  private static List<ExpressionSyntax> values(List<ExpressionSyntax.Argument> arguments) {
    return arguments.stream().map(ExpressionSyntax.Argument::value).toList();
  }

  /** The name that {@code context.Variables["name"]} and GetValueOrDefault read. */
  private Optional<String> variable(ExpressionSyntax node) {
    List<ExpressionSyntax.Argument> arguments = List.of();
    Optional<String> target = Optional.empty();
    if (node instanceof ExpressionSyntax.Element element) {
      target = tree.path(element.target());
      arguments = element.arguments();
    } else if (node instanceof ExpressionSyntax.Call call
        && call.target() instanceof ExpressionSyntax.Member member
        && member.name().equals("GetValueOrDefault")) {
      target = tree.path(member.target());
      arguments = call.arguments();
    }
    return target.filter("context.Variables"::equals).isPresent()
            && !arguments.isEmpty()
            && arguments.get(0).value() instanceof ExpressionSyntax.Literal literal
            && literal.value() instanceof String name
        ? Optional.of(name)
        : Optional.empty();
  }

  private boolean isUnset(ExpressionSyntax node) {
    ExpressionSyntax plain = node;
    while (plain instanceof ExpressionSyntax.Cast cast) {
      plain = cast.operand();
    }
    return variable(plain).filter(name -> !variables.containsKey(name)).isPresent();
  }
}
