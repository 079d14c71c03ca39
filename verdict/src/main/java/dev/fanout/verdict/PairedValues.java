package dev.fanout.verdict;

import dev.fanout.measurements.run.LatencySummary;
import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Turns trials into one difference for each replicate: the mean over its pairs of A − B (of ln A −
 * ln B for ratios), where a pair is two trials of one stage, block and gateway. Averaging within
 * the replicate is what keeps n honest (Kalibera &amp; Jones 2013, levels of repetition).
 */
final class PairedValues {
  private PairedValues() {}

  static RowSeries series(Row row, List<Replicate> replicates) {
    double[] differences =
        replicates.stream().mapToDouble(replicate -> difference(row, replicate)).toArray();
    if (row.metric() != Metric.ERRORS) {
      return RowSeries.of(row, differences);
    }
    List<ErrorTally> a = replicates.stream().map(r -> tally(r, VariantLabel.A)).toList();
    List<ErrorTally> b = replicates.stream().map(r -> tally(r, VariantLabel.B)).toList();
    return new RowSeries(row, differences, Optional.of(new RowSeries.Errors(a, b)));
  }

  /**
   * What one variant shows in this row: the mean over replicates (geometric for ratios, pooled
   * share for errors). Empty when a replicate has no value.
   */
  static OptionalDouble typical(Row row, VariantLabel label, List<Replicate> replicates) {
    if (replicates.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (row.metric() == Metric.ERRORS) {
      ErrorTally all =
          replicates.stream().map(r -> tally(r, label)).reduce(ErrorTally.NONE, ErrorTally::plus);
      return present(all.share());
    }
    boolean ratio = row.metric().scale() == Metric.Scale.RATIO;
    double sum = 0;
    for (Replicate replicate : replicates) {
      sum +=
          pairs(row, replicate).values().stream()
              .mapToDouble(pair -> ratio ? Math.log(pair.of(label)) : pair.of(label))
              .average()
              .orElse(Double.NaN);
    }
    double mean = sum / replicates.size();
    return present(ratio ? Math.exp(mean) : mean);
  }

  private static double difference(Row row, Replicate replicate) {
    if (row.metric() == Metric.ERRORS) {
      return tally(replicate, VariantLabel.A).share() - tally(replicate, VariantLabel.B).share();
    }
    ToDoubleFunction<Pair> between =
        row.metric().scale() == Metric.Scale.RATIO
            ? pair -> Math.log(pair.a / pair.b)
            : pair -> pair.a - pair.b;
    double mean =
        pairs(row, replicate).values().stream().mapToDouble(between).average().orElse(Double.NaN);
    return Double.isFinite(mean) ? mean : Double.NaN;
  }

  private static Map<String, Pair> pairs(Row row, Replicate replicate) {
    Map<String, Pair> pairs = new TreeMap<>();
    for (Trial trial : replicate.trials()) {
      if (trial.stage() == row.stage().orElse(-1)) {
        Pair pair =
            pairs.computeIfAbsent(trial.gateway() + "\n" + trial.block(), key -> new Pair());
        pair.put(trial.variant(), value(row.metric(), trial));
      }
    }
    return pairs;
  }

  private static double value(Metric metric, Trial trial) {
    if (trial.requests() < metric.minimumRequests()) {
      return Double.NaN;
    }
    return switch (metric) {
      case P50 -> latency(trial, LatencySummary::p50Nanos);
      case P95 -> latency(trial, LatencySummary::p95Nanos);
      case P99 -> latency(trial, LatencySummary::p99Nanos);
      case CPU_PER_REQUEST -> trial.cpuPerRequestNanos().orElse(Double.NaN);
      case THROUGHPUT -> trial.throughputPerSecond();
      case ERRORS -> Double.NaN;
    };
  }

  private static double latency(Trial trial, ToDoubleFunction<LatencySummary> which) {
    return trial.latency().map(which::applyAsDouble).orElse(Double.NaN);
  }

  private static ErrorTally tally(Replicate replicate, VariantLabel label) {
    List<ErrorTally> tallies = new ArrayList<>();
    for (Trial trial : replicate.trials()) {
      if (trial.variant() == label) {
        double window = trial.windowNanos();
        tallies.add(
            new ErrorTally(
                trial.requests(),
                trial.failed(),
                trial.failed() > 0 ? 1 : 0,
                trial.meanInFlight() * window,
                window));
      }
    }
    return tallies.stream().reduce(ErrorTally.NONE, ErrorTally::plus);
  }

  private static OptionalDouble present(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static final class Pair {
    private double a = Double.NaN;
    private double b = Double.NaN;

    void put(VariantLabel label, double value) {
      if (label == VariantLabel.A) {
        a = value;
      } else {
        b = value;
      }
    }

    double of(VariantLabel label) {
      return label == VariantLabel.A ? a : b;
    }
  }
}
