package dev.fanout.policies.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How much two names look alike. */
public final class Similarity {
  private static final int LONGEST_NAME = 64;

  private Similarity() {}

  /** The name that {@code written} most likely was meant to be. */
  public static Optional<String> closest(String written, Collection<String> names) {
    return names.stream()
        .filter(name -> isTypo(written, name))
        .min(
            Comparator.comparingInt((String name) -> distance(written, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * Could one be a typo of the other? One letter in four may differ, and one in a name of three.
   */
  static boolean isTypo(String written, String name) {
    if (written.length() > LONGEST_NAME || name.length() > LONGEST_NAME) {
      return false;
    }
    int shorter = Math.min(written.length(), name.length());
    return distance(written, name) <= (shorter < 3 ? 0 : Math.max(1, shorter / 4));
  }

  /** Edits of one letter, swaps of neighbours included; case does not count. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
