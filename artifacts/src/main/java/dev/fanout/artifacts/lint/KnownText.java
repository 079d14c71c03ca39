package dev.fanout.artifacts.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a text before a request comes: how it begins.
 *
 * @param complete whether it is all of the text
 */
record KnownText(String text, boolean complete) {
  static final KnownText NOTHING = new KnownText("", false);

  private static final int MOST = 16;
  private static final int LONGEST = 4096;

  static KnownText of(String text) {
    return new KnownText(text, true);
  }

  /** This text, and behind it the other one as far as that makes sense. */
  KnownText plus(KnownText next) {
    if (!complete) {
      return this;
    }
    String sum = text + next.text;
    return sum.length() <= LONGEST
        ? new KnownText(sum, next.complete)
        : new KnownText(sum.substring(0, LONGEST), false);
  }

  /** The same, with more behind it that is not known. */
  KnownText andMore() {
    return new KnownText(text, false);
  }

  /** Each of the first ones with each of the second ones behind it. */
  static List<KnownText> join(List<KnownText> left, List<KnownText> right) {
    List<KnownText> all = new ArrayList<>();
    for (KnownText first : left) {
      for (KnownText second : first.complete() ? right : List.of(NOTHING)) {
        all.add(first.plus(second));
      }
    }
    return bounded(all);
  }

  /** Without repetitions, and not too many. */
  static List<KnownText> bounded(List<KnownText> all) {
    return all.stream().distinct().limit(MOST).toList();
  }
}
