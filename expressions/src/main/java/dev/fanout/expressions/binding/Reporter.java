package dev.fanout.expressions.binding;

import dev.fanout.expressions.syntax.ExpressionSyntax;
import dev.fanout.expressions.syntax.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, and knows what a misspelt name may have meant. */
final class Reporter {
  private final List<Problem> problems;

  Reporter(List<Problem> problems) {
    this.problems = problems;
  }

  BoundExpression error(String code, ExpressionSyntax at, String message) {
    return error(code, at.start(), at.end(), message, null);
  }

  BoundExpression error(String code, int start, int end, String message, @Nullable String hint) {
    problems.add(new Problem(code, start, Math.max(start, end), message, hint));
    return new BoundExpression.Invalid();
  }

  BoundExpression unsupported(ExpressionSyntax at, String what) {
    return error("UNSUPPORTED", at, what + " not supported yet");
  }

  int count() {
    return problems.size();
  }

  /** Takes back what was reported since there were {@code count} problems. */
  List<Problem> takeSince(int count) {
    List<Problem> since = problems.subList(count, problems.size());
    List<Problem> taken = List.copyOf(since);
    since.clear();
    return taken;
  }

  void addAll(List<Problem> found) {
    problems.addAll(found);
  }

  /** What the name may have meant; null if nothing is near. */
  static @Nullable String didYouMean(String name, Collection<String> known) {
    String nearest = null;
    int least = Math.min(3, 1 + name.length() / 3);
    for (String candidate : known) {
      int distance = candidate.equalsIgnoreCase(name) ? 0 : distance(lower(name), lower(candidate));
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest == null ? null : "did you mean '" + nearest + "'?";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** How many letters must be changed, added or dropped. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    List<Integer> row = new ArrayList<>();
    for (int j = 0; j <= b.length(); j++) {
      row.add(j);
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row.get(0);
      row.set(0, i);
      for (int j = 1; j <= b.length(); j++) {
        int above = row.get(j);
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row.set(j, Math.min(change, Math.min(above, row.get(j - 1)) + 1));
        diagonal = above;
      }
    }
    return row.get(b.length());
  }
}
