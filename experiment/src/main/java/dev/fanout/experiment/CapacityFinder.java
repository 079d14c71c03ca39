package dev.fanout.experiment;

import dev.fanout.experiment.process.EnvironmentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rate at which the busiest core is 85 % busy, by probes where the run will measure: a
 * run whose top stage is 60 % of capacity probes for the rate at which that core is 51 % busy, and
 * capacity is that rate ÷ 0.6. A request costs less CPU the more come at once, so a search at 85 %
 * would promise a top stage more room than it finds.
 *
 * <p>CPU grows nearly in proportion to the rate, so each probe aims at the target along the line
 * through the last one. A probe that could not keep up although its core was busy is an upper
 * bound; one that could not although no core was busy was disturbed by other work on the machine,
 * and says little. A process that is still getting warm promises more with each probe, so the
 * search ends only when two in a row agree. The number of probes is bounded, and so is the time.
 */
final class CapacityFinder {
  static final double BUSY_AT_CAPACITY = 0.85;
  private static final double CLOSE_ENOUGH = 0.05;
  private static final double AGREEMENT = 0.08;
  private static final double BIGGEST_STEP = 4.0;
  private static final double NEVER_BEYOND_A_KNOWN_LIMIT = 0.95;
  private static final double DISTURBED_BELOW = 0.7;

  private final int mostProbes;
  private final double topShare;
  private final double target;

  /**
   * @param topShare of capacity, at which the run's top stage is driven, above 0 and at most 1
   */
  CapacityFinder(int mostProbes, double topShare) {
    if (mostProbes < 1) {
      throw new IllegalArgumentException(mostProbes + " probes are not in 1..");
    }
    if (!(topShare > 0) || topShare > 1) {
      throw new IllegalArgumentException("share " + topShare + " of capacity is not in (0, 1]");
    }
    this.mostProbes = mostProbes;
    this.topShare = topShare;
    this.target = BUSY_AT_CAPACITY * topShare;
  }

  /** One measurement at a rate. Both variants are driven, the busier one counts. */
  interface Probe {
    Observation at(double ratePerSecond) throws EnvironmentFailure, InterruptedException;
  }

  /**
   * What a probe saw.
   *
   * @param busiestShare of the busiest core, 0 to 1
   * @param keptUp whether the offered rate was reached
   */
  record Observation(double ratePerSecond, double busiestShare, boolean keptUp) {
    Observation {
      if (!(ratePerSecond > 0) || !(busiestShare >= 0)) {
        throw new IllegalArgumentException(
            "rate " + ratePerSecond + " and share " + busiestShare + " must be positive");
      }
    }

    private double rateAt(double target) {
      return ratePerSecond * target / Math.max(busiestShare, 0.01);
    }

    boolean isDisturbed() {
      return !keptUp && busiestShare < DISTURBED_BELOW;
    }

    private boolean isLimit() {
      return !keptUp && !isDisturbed();
    }

    private double distance(double target) {
      return Math.abs(busiestShare - target);
    }
  }

  /** The rate, and the probes that led to it, in order. */
  record Capacity(double ratePerSecond, List<Observation> probes) {
    Capacity {
      probes = List.copyOf(probes);
    }

    long disturbed() {
      return probes.stream().filter(Observation::isDisturbed).count();
    }
  }

  Capacity find(double firstRatePerSecond, Probe probe)
      throws EnvironmentFailure, InterruptedException {
    List<Observation> seen = new ArrayList<>();
    double rate = firstRatePerSecond;
    for (int i = 0; i < mostProbes; i++) {
      Observation observed = probe.at(rate);
      seen.add(observed);
      if (isSettled(seen)) {
        return new Capacity(observed.rateAt(target) / topShare, seen);
      }
      double next = next(observed, seen);
      if (observed.keptUp() && next <= rate && limit(seen) < Double.MAX_VALUE) {
        break; // between what it keeps up with and what it does not lies nothing to find
      }
      rate = next;
    }
    double found = best(seen).map(observed -> observed.rateAt(target)).orElse(rate);
    return new Capacity(Math.min(found, limit(seen)) / topShare, seen);
  }

  private boolean isSettled(List<Observation> seen) {
    if (seen.size() < 2) {
      return false;
    }
    Observation before = seen.get(seen.size() - 2);
    Observation last = seen.get(seen.size() - 1);
    return last.keptUp()
        && last.distance(target) <= CLOSE_ENOUGH
        && Math.abs(last.rateAt(target) / before.rateAt(target) - 1) <= AGREEMENT;
  }

  private double next(Observation observed, List<Observation> seen) {
    if (observed.isLimit()) {
      return best(seen)
          .map(best -> (best.ratePerSecond() + limit(seen)) / 2)
          .orElse(observed.ratePerSecond() / 2);
    }
    double aim = Math.min(observed.rateAt(target), observed.ratePerSecond() * BIGGEST_STEP);
    return Math.min(aim, limit(seen) * NEVER_BEYOND_A_KNOWN_LIMIT);
  }

  /** The lowest rate that was too much; infinite before there is one. */
  private static double limit(List<Observation> seen) {
    return seen.stream()
        .filter(Observation::isLimit)
        .mapToDouble(Observation::ratePerSecond)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The probe nearest to the target among those that kept up. */
  private Optional<Observation> best(List<Observation> seen) {
    return seen.stream()
        .filter(Observation::keptUp)
        .min((left, right) -> Double.compare(left.distance(target), right.distance(target)));
  }
}
