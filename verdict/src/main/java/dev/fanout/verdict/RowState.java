package dev.fanout.verdict;

/** Where one row stands at a look. */
public enum RowState {
  EQUIVALENT("equivalent"),
  DIFFERENT("different"),
  OPEN("open"),
  /** Open, since a value is missing, all values are equal, or no look was reached. */
  NOT_ENOUGH_DATA("not enough data");

  private final String text;

  RowState(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
