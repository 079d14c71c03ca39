package dev.fanout.verdict;

/**
 * The questions that are asked of every run, whatever its numbers say (methodology, part 5). Those
 * up to Little's law involve no chance; order, drift and same backend are tests, each at a level of
 * {@value EffectAudits#LEVEL}.
 */
public enum Audit {
  SAME_UPSTREAM_REQUEST("same upstream request"),
  RIGHT_ANSWERS("right answers"),
  UNCONFOUNDED("gateway and topology told apart"),
  STEADY_STATE("steady state"),
  HEADROOM("headroom"),
  LITTLES_LAW("Little's law"),
  SAME_BACKEND("same backend"),
  ORDER("order"),
  DRIFT("drift");

  private final String title;

  Audit(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
