package dev.fanout.measurements.run;

/**
 * A moment at which the run may stop.
 *
 * @param replicates valid replicates at this look, at least 2
 * @param alpha π: the error probability that this look spends, in 0..0.05
 */
public record Look(int replicates, double alpha) {
  public Look {
    if (replicates < 2) {
      throw new IllegalArgumentException("a look at " + replicates + " replicates; at least 2");
    }
    if (!(alpha > 0 && alpha <= 0.05)) {
      throw new IllegalArgumentException("alpha " + alpha + " of a look is not in (0, 0.05]");
    }
  }
}
