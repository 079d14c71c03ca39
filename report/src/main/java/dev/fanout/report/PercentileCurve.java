package dev.fanout.report;

import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;

/**
 * Response times by percentile. A picture: what is judged are the percentiles of single trials.
 *
 * @param stage index in the plan
 * @param count requests
 * @param points rising in both components
 */
public record PercentileCurve(int stage, VariantLabel variant, long count, List<Point> points) {
  /** Beyond a percentile there are as many requests at least, else the curve ends. */
  private static final int BEYOND = 10;

  /** In decades of the rest: 0.1 from p90 to p92. */
  private static final double STEP = 0.05;

  public PercentileCurve {
    points = List.copyOf(points);
  }

  /**
   * @param nines −log₁₀ of the share of requests that took longer: 1 is p90, 2 is p99
   */
  public record Point(double nines, double millis) {}

  static PercentileCurve of(int stage, VariantLabel variant, AbstractHistogram nanos) {
    long count = nanos.getTotalCount();
    List<Point> points = new ArrayList<>();
    for (int i = 0; count * Math.pow(10, -i * STEP) >= BEYOND; i++) {
      double percentile = 100 * (1 - Math.pow(10, -i * STEP));
      points.add(new Point(i * STEP, nanos.getValueAtPercentile(percentile) / 1e6));
    }
    return new PercentileCurve(stage, variant, count, points);
  }
}
