package dev.fanout.artifacts.lint;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.policies.lint.ExpressionTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the texts begin that an expression can give: literals, their sums, local variables, {@code
 * ?:}, and members whose value an estate tells. What it cannot follow is {@link KnownText#NOTHING}.
 */
final class ConstantTexts {
  private static final int MOST = 16;
  private static final int DEEPEST = 40;

  private final ExpressionTree tree;
  private final Map<String, KnownText> members;
  private final Map<String, KnownText> variables;

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

  private List<KnownText> of(ExpressionSyntax node, int depth) {
    if (depth > DEEPEST) {
      return List.of(KnownText.NOTHING);
    }
    if (node instanceof ExpressionSyntax.Literal literal && literal.value() != null) {
      return literal.value() instanceof String || literal.value() instanceof Character
          ? List.of(KnownText.of(literal.value().toString()))
          : List.of(KnownText.NOTHING);
    } else if (node instanceof ExpressionSyntax.Binary sum && sum.operator().equals("+")) {
      return join(of(sum.left(), depth + 1), of(sum.right(), depth + 1));
    } else if (node instanceof ExpressionSyntax.Interpolated text) {
      return interpolated(text, depth);
    } else if (node instanceof ExpressionSyntax.Conditional choice) {
      List<KnownText> both = new ArrayList<>(of(choice.whenTrue(), depth + 1));
      both.addAll(of(choice.whenFalse(), depth + 1));
      return bounded(both);
    } else if (node instanceof ExpressionSyntax.Coalesce coalesce) {
      return isUnset(coalesce.left())
          ? of(coalesce.right(), depth + 1)
          : of(coalesce.left(), depth + 1);
    } else if (node instanceof ExpressionSyntax.Cast cast) {
      return of(cast.operand(), depth + 1);
    } else if (node instanceof ExpressionSyntax.As as) {
      return of(as.operand(), depth + 1);
    } else if (node instanceof ExpressionSyntax.Call call) {
      return call(call, depth);
    } else if (node instanceof ExpressionSyntax.ConditionalAccess access) {
      return of(access.access(), depth + 1);
    }
    Optional<String> variable = variable(node);
    if (variable.isPresent()) {
      return List.of(variables.getOrDefault(variable.get(), KnownText.NOTHING));
    }
    if (node instanceof ExpressionSyntax.Name name && tree.local(name.name()).isPresent()) {
      return of(tree.local(name.name()).get(), depth + 1);
    }
    return List.of(
        tree.path(node)
            .map(path -> members.getOrDefault(path, KnownText.NOTHING))
            .orElse(KnownText.NOTHING));
  }

  private List<KnownText> interpolated(ExpressionSyntax.Interpolated text, int depth) {
    List<KnownText> known = List.of(KnownText.of(""));
    for (ExpressionSyntax.Interpolated.Part part : text.parts()) {
      ExpressionSyntax hole = part.expression();
      known = join(known, hole == null ? List.of(KnownText.of(part.text())) : of(hole, depth + 1));
    }
    return known;
  }

  private List<KnownText> call(ExpressionSyntax.Call call, int depth) {
    Optional<String> variable = variable(call);
    if (variable.isPresent()) {
      if (variables.containsKey(variable.get())) {
        return List.of(variables.getOrDefault(variable.get(), KnownText.NOTHING));
      }
      return call.arguments().size() > 1
          ? of(call.arguments().get(1).value(), depth + 1)
          : List.of(KnownText.NOTHING);
    }
    if (!(call.target() instanceof ExpressionSyntax.Member method)) {
      return List.of(KnownText.NOTHING);
    }
    List<ExpressionSyntax> arguments =
        call.arguments().stream().map(ExpressionSyntax.Argument::value).toList();
    String path = tree.path(method).orElse("").toLowerCase(Locale.ROOT);
    if (path.endsWith("string.concat")) {
      List<KnownText> known = List.of(KnownText.of(""));
      for (ExpressionSyntax argument : arguments) {
        known = join(known, of(argument, depth + 1));
      }
      return known;
    }
    if (path.endsWith("string.format") && !arguments.isEmpty()) {
      return of(arguments.get(0), depth + 1).stream().map(ConstantTexts::format).toList();
    }
    List<KnownText> target = of(method.target(), depth + 1);
    return switch (method.name()) {
      case "ToString" -> target;
      case "Trim" -> target.stream().map(t -> trimmed(t, true, true)).toList();
      case "TrimStart" -> target.stream().map(t -> trimmed(t, true, false)).toList();
      case "TrimEnd" -> target.stream().map(t -> trimmed(t, false, true)).toList();
      default -> List.of(KnownText.NOTHING);
    };
  }

  /** Up to the first hole, whose value may be anything. */
  private static KnownText format(KnownText format) {
    int hole = format.text().indexOf('{');
    return hole < 0 ? format : new KnownText(format.text().substring(0, hole), false);
  }

  /** What policies trim is a slash. */
  private static KnownText trimmed(KnownText known, boolean start, boolean end) {
    String text = known.text();
    if (start) {
      text = text.replaceFirst("^/+", "");
    }
    if (end && known.complete()) {
      text = text.replaceFirst("/+$", "");
    }
    return new KnownText(text, known.complete());
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

  private static List<KnownText> join(List<KnownText> left, List<KnownText> right) {
    List<KnownText> all = new ArrayList<>();
    for (KnownText first : left) {
      for (KnownText second : first.complete() ? right : List.of(KnownText.NOTHING)) {
        all.add(first.plus(second));
      }
    }
    return bounded(all);
  }

  private static List<KnownText> bounded(List<KnownText> all) {
    List<KnownText> distinct = all.stream().distinct().toList();
    return distinct.size() > MOST ? distinct.subList(0, MOST) : distinct;
  }
}
