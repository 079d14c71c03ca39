package dev.fanout.verdict;

/** The five answers. Never shown without the scope. */
public enum VerdictWord {
  EQUIVALENT("EQUIVALENT", 0),
  DIFFERENT("DIFFERENT", 10),
  INCONCLUSIVE("INCONCLUSIVE", 11),
  NOT_ENOUGH_DATA("NOT ENOUGH DATA", 11),
  WITHHELD("WITHHELD", 12);

  private final String text;
  private final int exitCode;

  VerdictWord(String text, int exitCode) {
    this.text = text;
    this.exitCode = exitCode;
  }

  public String text() {
    return text;
  }

  public int exitCode() {
    return exitCode;
  }
}
