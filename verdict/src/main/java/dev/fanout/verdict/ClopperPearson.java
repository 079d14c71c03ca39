package dev.fanout.verdict;

import org.hipparchus.distribution.continuous.BetaDistribution;

/** Exact bounds for a share of events (Clopper &amp; Pearson 1934, Biometrika 26, 404–413). */
public final class ClopperPearson {
  private ClopperPearson() {}

  /**
   * The one-sided upper bound: with a true share above it, {@code events} or fewer of {@code
   * trials} would come with a probability below {@code alpha}.
   *
   * @param events in 0..trials
   * @param trials from 0; without any nothing is known and the bound is 1
   * @param alpha in (0, 1)
   */
  public static double upper(long events, long trials, double alpha) {
    if (trials < 0 || events < 0 || events > trials) {
      throw new IllegalArgumentException(events + " events are not in 0.." + trials);
    }
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha " + alpha + " is not in (0, 1)");
    }
    if (events == trials) {
      return 1;
    }
    if (events == 0) {
      return -Math.expm1(Math.log(alpha) / trials);
    }
    return new BetaDistribution(events + 1.0, (double) (trials - events))
        .inverseCumulativeProbability(1 - alpha);
  }
}
