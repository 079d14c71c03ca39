package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code if} asks; {@code and} and {@code or} bind alike, the right one first. */
sealed interface Condition {
  boolean holds(Rendering rendering);

  record Truth(Operand operand) implements Condition {
    @Override
    public boolean holds(Rendering rendering) {
      return Values.isTrue(operand.value(rendering));
    }
  }

  record Compared(Operand left, String operator, Operand right) implements Condition {
    @Override
    public boolean holds(Rendering rendering) {
      return compare(left.value(rendering), operator, right.value(rendering));
    }
  }

  record Joined(Condition first, boolean and, Condition second) implements Condition {
    @Override
    public boolean holds(Rendering rendering) {
      return and
          ? first.holds(rendering) && second.holds(rendering)
          : first.holds(rendering) || second.holds(rendering);
    }
  }

  private static boolean compare(@Nullable Object left, String operator, @Nullable Object right) {
    return switch (operator) {
      case "==" -> Comparison.equal(left, right);
      case "!=", "<>" -> !Comparison.equal(left, right);
      case "<" -> left != null && right != null && Comparison.compare(left, right) < 0;
      case ">" -> left != null && right != null && Comparison.compare(left, right) > 0;
      case "<=" -> left != null && right != null && Comparison.compare(left, right) <= 0;
      case ">=" -> left != null && right != null && Comparison.compare(left, right) >= 0;
      default -> contains(left, operator.toLowerCase(Locale.ROOT), right);
    };
  }

  private static boolean contains(@Nullable Object left, String operator, @Nullable Object right) {
    if (left == null || right == null) {
      return false;
    }
    switch (operator) {
      case "haskey":
        return left instanceof Map<?, ?> map && map.containsKey(right);
      case "hasvalue":
        return left instanceof Map<?, ?> map && map.containsValue(right);
      case "contains":
        if (left instanceof String text) {
          return right instanceof String && text.contains(Values.text(right));
        }
        List<@Nullable Object> items = Values.itemsOrNull(left);
        return items != null && items.stream().anyMatch(item -> Comparison.equal(item, right));
      case "startswith":
        return edge(left, right, true);
      case "endswith":
        return edge(left, right, false);
      default:
        throw LiquidFailures.argument("Unknown operator " + operator);
    }
  }

  private static boolean edge(Object left, Object right, boolean first) {
    if (left instanceof String text && right instanceof String part) {
      return first ? Strings.startsWith(text, part) : Strings.endsWith(text, part);
    }
    List<@Nullable Object> items = Values.itemsOrNull(left);
    return items != null
        && !items.isEmpty()
        && Comparison.equal(items.get(first ? 0 : items.size() - 1), right);
  }

  /** Reads {@code a == b and c or d}. */
  static Condition parse(String tag, String markup) {
    Fragments markups = new Fragments(markup);
    List<Condition> conditions = new ArrayList<>();
    List<Boolean> joins = new ArrayList<>();
    while (true) {
      markups.skipBlanks();
      String left = markups.fragment("=!<>");
      if (left == null) {
        throw LiquidFailures.syntax(
            "Syntax Error in '" + tag + "' tag - Valid syntax: " + tag + " [condition]");
      }
      markups.skipBlanks();
      String operator = operator(markups);
      String word = operator.isEmpty() ? markups.word(false) : operator;
      boolean joined = word.equals("and") || word.equals("or");
      if (word.isEmpty() || joined) {
        conditions.add(new Truth(Operand.of(left)));
      } else {
        markups.skipBlanks();
        conditions.add(new Compared(Operand.of(left), word, Operand.of(markups.fragment())));
        markups.skipBlanks();
        word = markups.word(false);
      }
      if (word.equals("and") || word.equals("or")) {
        joins.add(word.equals("and"));
      } else {
        break;
      }
    }
    Condition condition = conditions.get(conditions.size() - 1);
    for (int i = joins.size() - 1; i >= 0; i--) {
      condition = new Joined(conditions.get(i), joins.get(i), condition);
    }
    return condition;
  }

  private static String operator(Fragments markup) {
    for (String operator : List.of("==", "!=", "<>", "<=", ">=", "<", ">")) {
      if (markup.take(operator)) {
        return operator;
      }
    }
    return "";
  }
}
