package dev.fanout.experiment;

import dev.fanout.catalog.Margins;
import dev.fanout.measurements.run.Metric;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A margin as a user writes it: {@code p50=25us}, {@code p95=0.5ms}, {@code cpu=10%}, {@code
 * throughput=2%}, {@code errors=0.1%}.
 */
public record MarginSpec(Row row, double value) {
  private static final Pattern FORM =
      Pattern.compile("([a-z0-9]+)=(\\d{1,9}(?:\\.\\d{1,9})?)(ns|us|µs|ms|s|%)");

  /** What can have a margin. */
  public enum Row {
    P50(true, Metric.P50),
    P95(true, Metric.P95),
    CPU(false, Metric.CPU_PER_REQUEST),
    THROUGHPUT(false, Metric.THROUGHPUT),
    ERRORS(false, Metric.ERRORS);

    private final boolean time;
    private final Metric metric;

    Row(boolean time, Metric metric) {
      this.time = time;
      this.metric = metric;
    }
  }

  /**
   * Nanoseconds for a time, a fraction for a share.
   *
   * @throws IllegalArgumentException with a text for users
   */
  public static MarginSpec parse(String text) {
    Matcher matcher = FORM.matcher(text);
    Row row = matcher.matches() ? rowOf(matcher.group(1)) : null;
    boolean percent = row != null && matcher.group(3).equals("%");
    if (row == null || row.time == percent) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a margin like p50=25us, p95=0.5ms, cpu=10%, throughput=2% or errors=0.1%");
    }
    BigDecimal number = new BigDecimal(matcher.group(2));
    BigDecimal value =
        switch (matcher.group(3)) {
          case "%" -> number.movePointLeft(2);
          case "ns" -> number;
          case "us", "µs" -> number.movePointRight(3);
          case "ms" -> number.movePointRight(6);
          default -> number.movePointRight(9);
        };
    if (value.signum() == 0) {
      throw new IllegalArgumentException("'" + text + "': a margin is above 0");
    }
    return new MarginSpec(row, value.doubleValue());
  }

  private static @org.jspecify.annotations.Nullable Row rowOf(String name) {
    for (Row row : Row.values()) {
      if (row.name().toLowerCase(Locale.ROOT).equals(name)) {
        return row;
      }
    }
    return null;
  }

  /** The margins with this one in place of theirs. */
  public dev.fanout.verdict.Margins in(dev.fanout.verdict.Margins margins) {
    return new dev.fanout.verdict.Margins(
        row == Row.P50 ? Math.round(value) : margins.p50Nanos(),
        row == Row.P95 ? Math.round(value) : margins.p95Nanos(),
        row == Row.CPU ? value : margins.cpuFraction(),
        row == Row.THROUGHPUT ? value : margins.throughputFraction(),
        row == Row.ERRORS ? value : margins.errorShare());
  }

  /** Rows of a run, with this margin in place of theirs. */
  public List<dev.fanout.measurements.run.Row> in(List<dev.fanout.measurements.run.Row> rows) {
    return rows.stream()
        .map(planned -> row.metric == planned.metric() ? planned.withMargin(value) : planned)
        .toList();
  }

  /** A catalog's margins over those of a plan. */
  public static dev.fanout.verdict.Margins over(dev.fanout.verdict.Margins plan, Margins catalog) {
    return new dev.fanout.verdict.Margins(
        catalog.p50().map(Duration::toNanos).orElse(plan.p50Nanos()),
        catalog.p95().map(Duration::toNanos).orElse(plan.p95Nanos()),
        catalog.cpuRatio().orElse(plan.cpuFraction()),
        catalog.throughputRatio().orElse(plan.throughputFraction()),
        catalog.errorRate().orElse(plan.errorShare()));
  }
}
