package dev.fanout.verdict;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Stage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Rows and numbers as every output writes them; free of the user's locale. */
public final class Wording {
  private static final double MILLI = 1e6;

  private Wording() {}

  /** {@code p95}, {@code CPU}, … as row ids start. */
  public static String shortName(Metric metric) {
    return switch (metric) {
      case P50 -> "p50";
      case P95 -> "p95";
      case P99 -> "p99";
      case CPU_PER_REQUEST -> "cpu";
      case THROUGHPUT -> "throughput";
      case ERRORS -> "errors";
    };
  }

  /** {@code p95 at 60%}. */
  public static String name(Row row, List<Stage> stages) {
    String what =
        switch (row.metric()) {
          case CPU_PER_REQUEST -> "CPU per request";
          default -> shortName(row.metric());
        };
    return row.stage().isPresent()
        ? what + " at " + stages.get(row.stage().getAsInt()).name()
        : what;
  }

  /** The unit of the row's values. */
  public static String unit(Row row) {
    return switch (row.metric()) {
      case P50, P95, P99 -> "ms";
      case CPU_PER_REQUEST -> "µs";
      case THROUGHPUT -> "per s";
      case ERRORS -> "%";
    };
  }

  /** The unit of the row's difference, interval and margin. */
  public static String differenceUnit(Row row) {
    return switch (row.metric().scale()) {
      case NANOS -> "ms";
      case RATIO -> "%";
      case SHARE -> "points";
    };
  }

  /** A value of one variant, without its unit. */
  public static String value(Row row, double value) {
    return switch (row.metric()) {
      case P50, P95, P99 -> format("%.3f", value / MILLI);
      case CPU_PER_REQUEST -> format("%.1f", value / 1_000);
      case THROUGHPUT -> format("%.1f", value);
      case ERRORS -> format("%.3f", value * 100);
    };
  }

  /** A difference with its sign, without its unit; ratios as percent of B. */
  public static String difference(Row row, double difference) {
    return switch (row.metric().scale()) {
      case NANOS -> format("%+.3f", difference / MILLI);
      case RATIO -> format("%+.2f", Math.expm1(difference) * 100);
      case SHARE -> format("%+.3f", difference * 100);
    };
  }

  /** {@code ± 0.5 ms}: the margin as the plan states it. */
  public static String margin(Row row) {
    return switch (row.metric().scale()) {
      case NANOS -> "± " + plain(row.margin() / MILLI) + " ms";
      case RATIO -> "± " + plain(row.margin() * 100) + " %";
      case SHARE -> "± " + plain(row.margin() * 100) + " points";
    };
  }

  /** {@code −0.012 … +0.034}. */
  public static String interval(Row row, Interval interval) {
    return interval.empty()
        ? "empty"
        : difference(row, interval.low()) + " … " + difference(row, interval.high());
  }

  /** {@code 1 replicate}, {@code 2 replicates}. */
  public static String count(long number, String singular) {
    return format("%,d", number) + " " + (number == 1 ? singular : singular + "s");
  }

  private static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  static String bursts(double a, double b) {
    return format("bounds hold for bursts of up to %.1f failures", Math.max(a, b));
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values).replace("-", "−");
  }
}
