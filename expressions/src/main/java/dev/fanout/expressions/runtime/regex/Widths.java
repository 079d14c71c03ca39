package dev.fanout.expressions.runtime.regex;

/** How many characters a node reads at least. */
final class Widths {
  private static final int MOST = 1 << 28;

  private Widths() {}

  static int least(Node node) {
    if (node instanceof Node.Text text) {
      return text.text().length();
    }
    if (node instanceof Node.One) {
      return 1;
    }
    if (node instanceof Node.Sequence sequence) {
      int sum = 0;
      for (Node part : sequence.parts()) {
        sum = Math.min(MOST, sum + least(part));
      }
      return sum;
    }
    if (node instanceof Node.Choice choice) {
      int least = MOST;
      for (Node branch : choice.branches()) {
        least = Math.min(least, least(branch));
      }
      return least;
    }
    if (node instanceof Node.Loop loop) {
      return (int) Math.min(MOST, (long) loop.least() * least(loop.body()));
    }
    if (node instanceof Node.Capture capture) {
      return least(capture.body());
    }
    if (node instanceof Node.Atomic atomic) {
      return least(atomic.body());
    }
    if (node instanceof Node.IfCaptured condition) {
      return Math.min(least(condition.then()), least(condition.otherwise()));
    }
    if (node instanceof Node.IfLook condition) {
      return Math.min(least(condition.then()), least(condition.otherwise()));
    }
    return 0;
  }
}
