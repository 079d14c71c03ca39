package dev.fanout.expressions.runtime.regex;

/** What a group matched: its last capture, and all of them. */
public class Group extends Capture {
  static final Group FAILED = new Group("", new int[0]);

  private final int[] captures;

  /**
   * @param captures index and length of each capture
   */
  Group(String text, int[] captures) {
    super(
        text,
        captures.length == 0 ? 0 : captures[captures.length - 2],
        captures.length == 0 ? 0 : captures[captures.length - 1]);
    this.captures = captures;
  }

  public final boolean success() {
    return captures.length > 0;
  }

  public final CaptureCollection captures() {
    return new CaptureCollection(this, captures);
  }
}
