package dev.fanout.verdict;

/** Two bounds on the scale of a row's difference. Empty when {@code low > high}. */
public record Interval(double low, double high) {
  public Interval {
    if (Double.isNaN(low) || Double.isNaN(high)) {
      throw new IllegalArgumentException("interval " + low + ".." + high + " is not a number");
    }
  }

  public static Interval around(double centre, double halfWidth) {
    return new Interval(centre - halfWidth, centre + halfWidth);
  }

  public boolean empty() {
    return low > high;
  }

  public Interval intersect(Interval other) {
    return new Interval(Math.max(low, other.low), Math.min(high, other.high));
  }

  /** Strictly within −margin and +margin. */
  public boolean within(double margin) {
    return -margin < low && high < margin;
  }

  /** Strictly above +margin (1), strictly below −margin (−1), or neither (0). */
  public int beyond(double margin) {
    return low > margin ? 1 : high < -margin ? -1 : 0;
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
