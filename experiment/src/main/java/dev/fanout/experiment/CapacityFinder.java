package dev.fanout.experiment;

import dev.fanout.experiment.process.EnvironmentFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the rate at which the busiest core is 85 % busy. CPU grows nearly in proportion to the
 * rate, so each probe aims at the target along the line through the last one; a probe that could
 * not keep up is an upper bound, unless no core was busy: then it is repeated, once. The number of
 * probes is bounded, and so is the time.
 */
final class CapacityFinder {
  static final double TARGET_SHARE = 0.85;
  private static final double CLOSE_ENOUGH = 0.05;
  private static final double BIGGEST_STEP = 4.0;
  private static final double NEVER_BEYOND_A_KNOWN_LIMIT = 0.95;

  /** A core that is less busy was not what held the load back: something else ran just then. */
  private static final double DISTURBED_BELOW = 0.7;

  private final int mostProbes;

  CapacityFinder(int mostProbes) {
    if (mostProbes < 1) {
      throw new IllegalArgumentException(mostProbes + " probes are not in 1..");
    }
    this.mostProbes = mostProbes;
  }

  /** One measurement at a rate. Both variants are driven, the busier one counts. */
  interface Probe {
    Observation at(double ratePerSecond) throws EnvironmentFailure, InterruptedException;
  }

  /**
   * What a probe saw.
   *
   * @param busiestShare of the busiest core, 0 to 1
   * @param keptUp whether the offered rate was reached; if not, the share says nothing
   */
  record Observation(double ratePerSecond, double busiestShare, boolean keptUp) {
    Observation {
      if (!(ratePerSecond > 0) || !(busiestShare >= 0)) {
        throw new IllegalArgumentException(
            "rate " + ratePerSecond + " and share " + busiestShare + " must be positive");
      }
    }

    double rateAtTarget() {
      return ratePerSecond * TARGET_SHARE / Math.max(busiestShare, 0.01);
    }

    private boolean isClose() {
      return keptUp && Math.abs(busiestShare - TARGET_SHARE) <= CLOSE_ENOUGH;
    }
  }

  /** The rate, and the probes that led to it, in order. */
  record Capacity(double ratePerSecond, List<Observation> probes) {
    Capacity {
      probes = List.copyOf(probes);
    }
  }

  Capacity find(double firstRatePerSecond, Probe probe)
      throws EnvironmentFailure, InterruptedException {
    List<Observation> seen = new ArrayList<>();
    double limit = Double.POSITIVE_INFINITY;
    double rate = firstRatePerSecond;
    Observation best = null;
    boolean wasDisturbed = false;
    for (int i = 0; i < mostProbes; i++) {
      Observation observed = probe.at(rate);
      seen.add(observed);
      if (observed.isClose()) {
        return new Capacity(observed.rateAtTarget(), seen);
      }
      if (observed.keptUp() && observed.busiestShare() <= 1) {
        wasDisturbed = false;
        if (best == null || distance(observed) < distance(best)) {
          best = observed;
        }
        rate = Math.min(observed.rateAtTarget(), observed.ratePerSecond() * BIGGEST_STEP);
        rate = Math.min(rate, limit * NEVER_BEYOND_A_KNOWN_LIMIT);
        if (best == observed && rate <= observed.ratePerSecond() && limit < Double.MAX_VALUE) {
          break; // between what it keeps up with and what it does not lies nothing to find
        }
      } else if (observed.busiestShare() < DISTURBED_BELOW && !wasDisturbed) {
        wasDisturbed = true; // once more at the same rate
      } else {
        limit = Math.min(limit, observed.ratePerSecond());
        rate = best == null ? rate / 2 : (best.ratePerSecond() + limit) / 2;
      }
    }
    double found = best == null ? rate : Math.min(best.rateAtTarget(), limit);
    return new Capacity(found, seen);
  }

  private static double distance(Observation observation) {
    return Math.abs(observation.busiestShare() - TARGET_SHARE);
  }
}
