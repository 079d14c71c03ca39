import dev.fanout.measurements.run.Look;
import dev.fanout.verdict.Boundaries;
import dev.fanout.verdict.simulation.SequentialBoundaries;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Recomputes the boundaries of a schedule: {@code verification/proof boundaries 6,10,16}. Prints,
 * for each look, what the product uses beside what simulated experiments give, and how often all
 * looks together are crossed with an effect at the margin.
 */
public final class BoundariesProof {
  private static final int EXPERIMENTS = 4_000_000;
  private static final int OTHER_EXPERIMENTS = 2_000_000;
  private static final long SEED = 20_261_124L;

  private BoundariesProof() {}

  public static void main(String[] arguments) {
    String[] schedules =
        arguments.length > 0 ? arguments : new String[] {"6", "6,10,16", "6,10,16,24"};
    for (String schedule : schedules) {
      print(Arrays.stream(schedule.split(",")).mapToInt(Integer::parseInt).toArray());
    }
  }

  private static void print(int[] replicates) {
    List<Look> looks = Boundaries.spend(replicates);
    double[] alphas = looks.stream().mapToDouble(Look::alpha).toArray();
    Boundaries used = Boundaries.of(looks, 8);
    double[] found = SequentialBoundaries.find(replicates, alphas, EXPERIMENTS, SEED);
    double[] product = new double[replicates.length];
    System.out.println("looks at " + Arrays.toString(replicates));
    for (int k = 0; k < replicates.length; k++) {
      product[k] = used.equivalent(k);
      System.out.printf(
          Locale.ROOT,
          "  n = %2d  pi = %.6f  c^E used %.3f, recomputed %.3f  c^D (J = 8) %.3f%n",
          replicates[k], alphas[k], product[k], found[k], used.different(k));
    }
    System.out.printf(
        Locale.ROOT,
        "  crossed at the margin: %.4f with those used, %.4f with those recomputed%n",
        SequentialBoundaries.crossing(replicates, product, OTHER_EXPERIMENTS, SEED + 1),
        SequentialBoundaries.crossing(replicates, found, OTHER_EXPERIMENTS, SEED + 1));
  }
}
