package dev.fanout.expressions.runtime.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * What can come next: one of some characters, anything, or the end of the pattern, where nothing
 * can fail any more.
 *
 * @param orEnd with characters: the end of the input may come instead
 * @param orSuccess with characters: if what they begin fails, that is a success all the same
 */
record Ahead(Kind kind, List<CharSet> sets, boolean orEnd, boolean orSuccess) {
  enum Kind {
    /** One of the sets' characters must come, or the match fails (but see the flags). */
    CHARACTERS,
    /** Success. */
    SUCCESS,
    /** Nothing is known. */
    UNKNOWN
  }

  static final Ahead SUCCESS = new Ahead(Kind.SUCCESS, List.of(), false, false);
  static final Ahead UNKNOWN = new Ahead(Kind.UNKNOWN, List.of(), false, false);

  /** The end of the input must come. */
  static final Ahead NO_CHARACTER = new Ahead(Kind.CHARACTERS, List.of(), true, false);

  private static final Ahead NEWLINE =
      new Ahead(Kind.CHARACTERS, List.of(CharSet.of('\n')), true, false);
  private static final Ahead NEVER = new Ahead(Kind.CHARACTERS, List.of(), false, false);
  private static final int MOST_SETS = 24;

  static Ahead of(CharSet set) {
    return new Ahead(Kind.CHARACTERS, List.of(set), false, false);
  }

  boolean isKnown() {
    return kind == Kind.CHARACTERS && !orSuccess;
  }

  /** Must a character of the sets come, and no end of the input? */
  boolean isCharacter() {
    return isKnown() && !orEnd && !sets.isEmpty();
  }

  CharSet set() {
    return CharSet.union(sets);
  }

  /** What may come behind a round of a loop that can be the last before success. */
  private static final Ahead LAST_ROUND = new Ahead(Kind.CHARACTERS, List.of(), true, true);

  /** One of the two comes; success is success, whatever else might be tried. */
  Ahead or(Ahead other) {
    if (kind == Kind.UNKNOWN || other.kind == Kind.UNKNOWN) {
      return UNKNOWN;
    }
    if (kind == Kind.SUCCESS || other.kind == Kind.SUCCESS) {
      return SUCCESS;
    }
    if (sets.size() + other.sets.size() > MOST_SETS) {
      return UNKNOWN;
    }
    List<CharSet> all = new ArrayList<>(sets);
    all.addAll(other.sets);
    return new Ahead(
        Kind.CHARACTERS, List.copyOf(all), orEnd || other.orEnd, orSuccess || other.orSuccess);
  }

  /** The same behind something that can fail without reading. */
  Ahead guarded() {
    return kind == Kind.SUCCESS || orSuccess ? UNKNOWN : this;
  }

  /** Is it sure that giving a character of the set back would not help? */
  boolean excludes(CharSet set) {
    return kind == Kind.SUCCESS
        || (kind == Kind.CHARACTERS && sets.stream().allMatch(set::isDisjointFrom));
  }

  /** What a node reads first, when the given follows it. */
  static Ahead of(Node node, Ahead next) {
    if (node instanceof Node.Text text) {
      return text.backward() ? UNKNOWN : of(CharSet.of(text.text().charAt(0)));
    }
    if (node instanceof Node.One one) {
      return one.backward() ? UNKNOWN : of(one.set());
    }
    if (node instanceof Node.Empty) {
      return next;
    }
    if (node instanceof Node.Position position) {
      return switch (position.anchor()) {
        case END -> NO_CHARACTER;
        case END_OR_LAST_NEWLINE, LINE_END -> NEWLINE;
        default -> next.guarded();
      };
    }
    if (node instanceof Node.Sequence sequence) {
      Ahead ahead = next;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        ahead = of(sequence.parts().get(i), ahead);
      }
      return ahead;
    }
    if (node instanceof Node.Choice choice) {
      Ahead ahead = NEVER;
      for (Node branch : choice.branches()) {
        ahead = ahead.or(of(branch, next));
      }
      return ahead;
    }
    if (node instanceof Node.Loop loop) {
      if (loop.most() == 0) {
        return next;
      }
      Ahead body = Widths.least(loop.body()) == 0 ? UNKNOWN : of(loop.body(), UNKNOWN);
      return loop.least() > 0 ? body : body.or(next);
    }
    if (node instanceof Node.Capture capture) {
      return of(capture.body(), capture.popped() >= 0 ? next.guarded() : next);
    }
    if (node instanceof Node.Atomic atomic) {
      return of(atomic.body(), next.guarded());
    }
    if (node instanceof Node.Look) {
      return next.guarded();
    }
    if (node instanceof Node.IfCaptured condition) {
      return of(condition.then(), next).or(of(condition.otherwise(), next)).guarded();
    }
    if (node instanceof Node.IfLook condition) {
      return of(condition.then(), next).or(of(condition.otherwise(), next)).guarded();
    }
    return UNKNOWN;
  }

  /** What follows the body of a loop: itself again or what follows the loop. */
  static Ahead behindRound(Node.Loop loop, Ahead next) {
    if (Widths.least(loop.body()) == 0) {
      return UNKNOWN;
    }
    return of(loop.body(), UNKNOWN).or(next.kind == Kind.SUCCESS ? LAST_ROUND : next);
  }
}
