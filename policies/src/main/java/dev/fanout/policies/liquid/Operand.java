package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.Fence;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value in markup: a literal, a range, or a way through objects. */
sealed interface Operand {
  @Nullable Object value(Rendering rendering);

  /** {@code empty} and {@code blank}: equal to whatever has no items. */
  Object EMPTY =
      new Object() {
        @Override
        public String toString() {
          return "";
        }
      };

  record Literal(@Nullable Object constant) implements Operand {
    @Override
    public @Nullable Object value(Rendering rendering) {
      return constant;
    }
  }

  /** Whole numbers from one to another, both included. */
  record Range(Operand from, Operand to) implements Operand {
    @Override
    public Object value(Rendering rendering) {
      long first = Values.toLong(from.value(rendering));
      long count = Math.max(0, Values.toLong(to.value(rendering)) - first + 1);
      Fence.items(count);
      return new AbstractList<Object>() {
        @Override
        public Object get(int index) {
          return first + index;
        }

        @Override
        public int size() {
          return (int) count;
        }
      };
    }
  }

  /** A step of a way: by a name, or by the value between brackets. */
  record Step(@Nullable String name, @Nullable Operand index) {}

  record Way(List<Step> steps) implements Operand {
    @Override
    public @Nullable Object value(Rendering rendering) {
      Fence.steps(steps.size());
      Object at = null;
      for (int i = 0; i < steps.size(); i++) {
        Step step = steps.get(i);
        Object key = step.index() == null ? step.name() : step.index().value(rendering);
        if (i == 0) {
          at = key == null ? null : rendering.variable(Values.text(key));
        } else {
          at = Values.member(at, key, step.index() == null);
        }
        if (at == null) {
          return null;
        }
      }
      return at;
    }
  }

  static Operand of(@Nullable String markup) {
    return of(markup, 0);
  }

  private static Operand of(@Nullable String markup, int depth) {
    if (markup == null || depth > 20) {
      return new Literal(null);
    }
    switch (markup) {
      case "", "nil", "null" -> {
        return new Literal(null);
      }
      case "true" -> {
        return new Literal(true);
      }
      case "false" -> {
        return new Literal(false);
      }
      case "blank", "empty" -> {
        return new Literal(EMPTY);
      }
      default -> {}
    }
    char first = markup.charAt(0);
    char last = markup.charAt(markup.length() - 1);
    if (markup.length() > 1 && first == last && (first == '"' || first == '\'')) {
      return new Literal(markup.substring(1, markup.length() - 1));
    }
    int dots = markup.indexOf("..");
    if (first == '(' && last == ')' && dots > 1) {
      return new Range(
          of(markup.substring(1, dots), depth + 1),
          of(markup.substring(dots + 2, markup.length() - 1), depth + 1));
    }
    Object number = number(markup);
    return number != null ? new Literal(number) : way(markup, depth);
  }

  private static @Nullable Object number(String markup) {
    int start = markup.charAt(0) == '-' || markup.charAt(0) == '+' ? 1 : 0;
    boolean whole = markup.length() > start;
    boolean real = whole && Character.isDigit(markup.charAt(start));
    for (int i = start; i < markup.length(); i++) {
      char c = markup.charAt(i);
      whole &= c >= '0' && c <= '9';
      real &= (c >= '0' && c <= '9') || c == '.' || c == ',';
    }
    try {
      if (whole) {
        return new BigInteger(markup).longValueExact();
      }
      return real ? (Object) Double.parseDouble(markup.replace(",", "")) : null;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private static Operand way(String markup, int depth) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < markup.length()) {
      char c = markup.charAt(at);
      int end = c == '[' ? markup.indexOf(']', at) : -1;
      if (end > at + 1) {
        steps.add(new Step(null, of(markup.substring(at + 1, end), depth + 1)));
        at = end + 1;
      } else if (Fragments.isWord(c) || c == '-') {
        int start = at;
        while (at < markup.length()
            && (Fragments.isWord(markup.charAt(at)) || markup.charAt(at) == '-')) {
          at++;
        }
        if (at < markup.length() && markup.charAt(at) == '?') {
          at++;
        }
        steps.add(new Step(markup.substring(start, at), null));
      } else {
        at++;
      }
    }
    return steps.isEmpty() ? new Literal(null) : new Way(List.copyOf(steps));
  }
}
