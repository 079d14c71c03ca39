package dev.fanout.verdict;

/**
 * How far A and B may lie apart and still count as the same in practice. The defaults are those of
 * the methodology, part 3. The local ones were chosen after seeing live A/A replicates of one
 * machine: another kind of machine may need others.
 *
 * @param cpuFraction of CPU per request, 0.10 is 10 %
 * @param throughputFraction of throughput, closed model only
 * @param errorShare of requests, 0.001 is 0.1 points
 */
public record Margins(
    long p50Nanos,
    long p95Nanos,
    double cpuFraction,
    double throughputFraction,
    double errorShare) {
  public static final Margins LOCAL = new Margins(25_000, 500_000, 0.10, 0.02, 0.001);
  public static final Margins LOCAL_QUICK = new Margins(25_000, 500_000, 0.10, 0.02, 0.005);
  public static final Margins AZURE = new Margins(1_000_000, 3_000_000, 0.10, 0.02, 0.001);

  /** What the published benchmark meant to hold itself to. */
  public static final Margins PUBLISHED = new Margins(1_000_000, 3_000_000, 0.10, 0.02, 0.001);

  public Margins {
    positive("p50Nanos", p50Nanos);
    positive("p95Nanos", p95Nanos);
    positive("cpuFraction", cpuFraction);
    positive("throughputFraction", throughputFraction);
    positive("errorShare", errorShare);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException("margin " + name + " " + value + " is not above 0");
    }
  }
}
