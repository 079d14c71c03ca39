package dev.fanout.verdict;

/** The questions that are asked of every run, whatever its numbers say (methodology, part 5). */
public enum Audit {
  SAME_UPSTREAM_REQUEST("same upstream request"),
  RIGHT_ANSWERS("right answers"),
  UNCONFOUNDED("gateway and topology told apart"),
  STEADY_STATE("steady state"),
  HEADROOM("headroom"),
  LITTLES_LAW("Little's law");

  private final String title;

  Audit(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
