package dev.fanout.verdict;

import dev.fanout.measurements.run.Look;
import java.util.List;

/** How many replicates a run may take, and when it may stop. */
public enum PlanLength {
  QUICK("quick", 1_200_000_000L, 6),
  DEFAULT("default", 1_600_000_000L, 6, 10, 16),
  FULL("full", 1_600_000_000L, 6, 10, 16, 24);

  private final String label;
  private final long windowNanos;
  private final List<Look> looks;

  PlanLength(String label, long windowNanos, int... replicates) {
    this.label = label;
    this.windowNanos = windowNanos;
    this.looks = Boundaries.spend(replicates);
  }

  /** The word in {@code --plan} and in {@code run.json}. */
  public String label() {
    return label;
  }

  /** Shortest window of a trial whose p95 is judged. */
  public long windowNanos() {
    return windowNanos;
  }

  public List<Look> looks() {
    return looks;
  }
}
