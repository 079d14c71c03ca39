package dev.fanout.expressions.runtime.regex;

/** One match after the other; behind an empty one it goes a character on. */
final class Search {
  private final Matcher matcher;
  private final MatchBudget budget;
  private final boolean backward;
  private final int end;
  private int from;
  private int began;
  private boolean done;

  Search(Program program, String text, int from, MatchBudget budget) {
    this.matcher = new Matcher(program, text, budget);
    this.budget = budget;
    this.backward = program.backward();
    this.end = text.length();
    this.from = from;
    this.began = from;
  }

  /** The state of the last match, until the next is sought. */
  Matcher matcher() {
    return matcher;
  }

  boolean next() {
    if (done) {
      return false;
    }
    boolean found = matcher.find(from, began);
    budget.settle();
    if (!found) {
      done = true;
      return false;
    }
    from = backward ? matcher.start(0) : matcher.stop(0);
    began = from;
    if (matcher.start(0) == matcher.stop(0)) {
      done = from == (backward ? 0 : end);
      from += backward ? -1 : 1;
    }
    return true;
  }
}
