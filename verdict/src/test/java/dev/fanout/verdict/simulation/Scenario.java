package dev.fanout.verdict.simulation;

import dev.fanout.verdict.PlanLength;
import java.util.Locale;

/**
 * A world in which the judge is tried, in units of each row's margin.
 *
 * @param spread standard deviation of d
 */
public record Scenario(
    PlanLength plan,
    double spread,
    Means means,
    Noise noise,
    double noiseSize,
    Trend trend,
    double trendSize) {

  /** Where the true differences lie. */
  public enum Means {
    ALL_AT_ZERO("all rows at 0"),
    ALL_AT_HALF("all rows at half their margin"),
    ONE_AT_HALF("one row at half its margin, the others at 0"),
    ONE_AT_MARGIN("one row at its margin, the others at 0"),
    ALL_AT_MARGIN("all rows at their margin"),
    ONE_AT_TWICE("one row at twice its margin, the others at 0");

    private final String text;

    Means(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    double of(int row) {
      return switch (this) {
        case ALL_AT_ZERO -> 0;
        case ALL_AT_HALF -> 0.5;
        case ONE_AT_HALF -> row == 0 ? 0.5 : 0;
        case ONE_AT_MARGIN -> row == 0 ? 1 : 0;
        case ALL_AT_MARGIN -> 1;
        case ONE_AT_TWICE -> row == 0 ? 2 : 0;
      };
    }
  }

  /** How d varies; each has mean 0 and standard deviation 1. */
  public enum Noise {
    NORMAL,
    /** Normal; the size is the correlation of each d with the next. */
    CORRELATED,
    /** A gamma distribution whose skewness is the size, 1 or 2. */
    SKEWED,
    /** Laplace: symmetric, with heavy tails. */
    HEAVY
  }

  /** What else moves d. */
  public enum Trend {
    NONE,
    /** d moves by the size from the first replicate to the last, evenly. */
    DRIFT,
    /** Whoever goes first gains the size. */
    ORDER,
    /**
     * A backend that is still scaling out: what a request takes too long falls from the size to
     * nothing, with a time constant of a tenth of the run; the two trials of a replicate lie half a
     * replicate apart.
     */
    RAMP
  }

  public static Scenario normal(PlanLength plan, double spread, Means means) {
    return new Scenario(plan, spread, means, Noise.NORMAL, 0, Trend.NONE, 0);
  }

  public Scenario with(Noise other, double size) {
    return new Scenario(plan, spread, means, other, size, trend, trendSize);
  }

  public Scenario with(Trend other, double size) {
    return new Scenario(plan, spread, means, noise, noiseSize, other, size);
  }

  /** Unique, and the same in every version: the ledger's key. */
  public String id() {
    String id = String.format(Locale.ROOT, "%s sd=%.1f %s", plan.label(), spread, means.name());
    if (noise != Noise.NORMAL) {
      id += String.format(Locale.ROOT, " %s=%.1f", noise.name(), noiseSize);
    }
    if (trend != Trend.NONE) {
      id += String.format(Locale.ROOT, " %s=%.1f", trend.name(), trendSize);
    }
    return id;
  }
}
