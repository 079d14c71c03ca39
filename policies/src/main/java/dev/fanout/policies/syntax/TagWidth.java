package dev.fanout.policies.syntax;

/**
 * Whether a start tag fits on its line; lines inside values, but for what shares theirs with markup
 * of the tag, do not count. For one tag.
 */
public final class TagWidth {
  /** Columns that a line with markup of a tag may have. */
  public static final int MOST = 120;

  private int column;
  private boolean fits = true;

  /**
   * @param column how many characters stand in front of the tag on its line
   */
  public TagWidth(int column, String name) {
    this.column = column + "<".length() + name.length();
  }

  /** Adds an attribute, with its value as it is written between the quotes. */
  public void attribute(String name, String value) {
    column += " ".length() + name.length() + "=\"".length();
    int lastBreak = Math.max(value.lastIndexOf('\n'), value.lastIndexOf('\r'));
    if (lastBreak >= 0) {
      fits = fits && column + firstBreak(value) <= MOST;
      column = -(lastBreak + 1);
    }
    column += value.length() + "\"".length();
  }

  /** With this at its end. */
  public boolean fits(String close) {
    return fits && column + close.length() <= MOST;
  }

  private static int firstBreak(String value) {
    int at = 0;
    while (value.charAt(at) != '\n' && value.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
