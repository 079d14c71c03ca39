package dev.fanout.expressions.runtime.regex;

import java.util.Random;

/** Patterns that mean the same in Java and in .NET: what is repeated is never empty. */
final class RandomPattern {
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int groups;
  private int open;
  private int closed;

  RandomPattern(Random random) {
    this.random = random;
  }

  String next() {
    text.setLength(0);
    groups = 0;
    open = 0;
    closed = 0;
    choice(3, false);
    return text.toString();
  }

  private void choice(int depth, boolean mustRead) {
    int branches = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
    for (int i = 0; i < branches; i++) {
      if (i > 0) {
        text.append('|');
      }
      sequence(depth, mustRead);
    }
  }

  private void sequence(int depth, boolean mustRead) {
    int items = 1 + random.nextInt(3);
    if (mustRead) {
      atom(depth, true);
    }
    for (int i = 0; i < items; i++) {
      if (random.nextInt(8) == 0) {
        zeroWidth(depth);
      } else if (random.nextInt(3) == 0) {
        atom(depth, true);
        quantifier();
      } else {
        atom(depth, false);
      }
    }
  }

  private void quantifier() {
    String[] all = {"*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "{1,3}"};
    text.append(all[random.nextInt(all.length)]);
    if (random.nextInt(3) == 0) {
      text.append('?');
    }
  }

  private void zeroWidth(int depth) {
    String[] all = {"^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z", "\\G"};
    int which = random.nextInt(all.length + 4);
    if (which < all.length) {
      text.append(all[which]);
    } else if (which < all.length + 2) {
      text.append(which % 2 == 0 ? "(?=" : "(?!");
      choice(depth - 1, false);
      text.append(')');
    } else {
      text.append(which % 2 == 0 ? "(?<=" : "(?<!");
      text.append(random.nextBoolean() ? "a" : "[bc]").append(random.nextBoolean() ? "b" : "");
      text.append(')');
    }
  }

  private void atom(int depth, boolean mustRead) {
    int which = random.nextInt(depth > 0 ? 16 : 9);
    if (which < 4) {
      text.append((char) ('a' + random.nextInt(3)));
    } else if (which < 9) {
      String[] sets = {".", "[ab]", "[^a]", "\\w", "\\d", "[b-c]", "\\s", "[^b\\d]", "\\W"};
      text.append(sets[random.nextInt(sets.length)]);
    } else if (which < 12) {
      text.append('(');
      groups++;
      open++;
      choice(depth - 1, mustRead);
      text.append(')');
      open--;
      closed = open == 0 ? groups : closed;
    } else if (which < 14) {
      text.append("(?:");
      choice(depth - 1, mustRead);
      text.append(')');
    } else if (which == 14) {
      text.append("(?>");
      choice(depth - 1, mustRead);
      text.append(')');
    } else if (closed > 0 && !mustRead) {
      text.append('\\').append(1 + random.nextInt(Math.min(closed, 9)));
      text.append("(?:)");
    } else {
      text.append('a');
    }
  }
}
