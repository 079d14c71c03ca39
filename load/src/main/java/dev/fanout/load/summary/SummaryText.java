package dev.fanout.load.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The summary as a terminal shows it. */
public final class SummaryText {
  private static final List<String> COLUMNS =
      List.of(
          "target",
          "stage",
          "requests/s",
          "p50",
          "p90",
          "p95",
          "p99",
          "max",
          "requests",
          "failed",
          "unsent");
  private static final int TEXT_COLUMNS = 2;
  private static final int MOST_SAMPLES = 5;
  private static final int MOST_APIS = 5;

  private SummaryText() {}

  public static String render(LoadSummary summary, List<Condition.Outcome> outcomes) {
    StringBuilder out = new StringBuilder();
    out.append(summary.name()).append("  (").append(summary.engine());
    summary.randomSeed().ifPresent(seed -> out.append(", seed ").append(seed));
    out.append(")\n\n");
    if (!summary.trials().isEmpty()) {
      table(out, summary.trials());
    }
    details(out, summary);
    for (Condition.Outcome outcome : outcomes) {
      String sign =
          switch (outcome.state()) {
            case PASSED -> "  ok    ";
            case FAILED -> "  FAIL  ";
            case NOT_ENOUGH_DATA -> "  ?     ";
          };
      out.append(sign).append(outcome.sentence()).append('\n');
    }
    summary.stopped().ifPresent(reason -> out.append("  stopped: ").append(reason).append('\n'));
    if (summary.interrupted()) {
      out.append("  interrupted: what was measured until then is kept\n");
    }
    return out.toString();
  }

  private static void table(StringBuilder out, List<TrialSummary> trials) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    trials.forEach(trial -> rows.add(row(trial)));
    int[] widths = new int[COLUMNS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String pad = " ".repeat(widths[i] - row.get(i).length());
        line.append("  ").append(i < TEXT_COLUMNS ? row.get(i) + pad : pad + row.get(i));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    out.append('\n');
  }

  private static List<String> row(TrialSummary trial) {
    Histogram latency = trial.latency();
    List<String> cells = new ArrayList<>();
    cells.add(trial.target());
    cells.add(trial.stage());
    cells.add(String.format(Locale.ROOT, "%,.1f", trial.passedPerSecond()));
    for (double percent : new double[] {50, 90, 95, 99}) {
      cells.add(time(latency, latency.getValueAtPercentile(percent)));
    }
    cells.add(time(latency, latency.getMaxValue()));
    cells.add(String.format(Locale.ROOT, "%,d", trial.requests()));
    cells.add(String.format(Locale.ROOT, "%,d", trial.failed() + trial.unfinished()));
    cells.add(trial.open() ? String.format(Locale.ROOT, "%,d", trial.unstarted()) : "–");
    return cells;
  }

  private static void details(StringBuilder out, LoadSummary summary) {
    boolean open = summary.trials().stream().anyMatch(TrialSummary::open);
    boolean closed = summary.trials().stream().anyMatch(trial -> !trial.open());
    if (open) {
      out.append("  times: from the intended start to the last byte");
      out.append(closed ? " in open stages, from the send in closed ones\n" : "\n");
    } else if (closed) {
      out.append("  times: from the send to the last byte\n");
    }
    summary.trials().stream()
        .flatMap(trial -> trial.cannotSee().stream())
        .reduce((first, last) -> last)
        .ifPresent(sentence -> out.append("  note: ").append(sentence).append('\n'));
    summary.remarks().forEach(remark -> out.append("  note: ").append(remark).append('\n'));
    for (TrialSummary trial : summary.trials()) {
      String where = trial.target() + "/" + trial.stage();
      for (String warning : trial.warnings()) {
        out.append("  warning: ").append(where).append(": ").append(warning).append('\n');
      }
      for (Map.Entry<String, Long> error : trial.errors().entrySet()) {
        out.append(
            String.format(
                Locale.ROOT, "  %s: %,d × %s%n", where, error.getValue(), error.getKey()));
      }
      trial.errorSamples().stream()
          .limit(MOST_SAMPLES)
          .forEach(sample -> out.append("      ").append(printable(sample)).append('\n'));
      slowest(out, where, trial);
    }
  }

  /** Which APIs were slowest, where there is more than one. */
  private static void slowest(StringBuilder out, String where, TrialSummary trial) {
    if (trial.apis().size() < 2) {
      return;
    }
    List<String> worst =
        trial.apis().stream()
            .filter(api -> api.latency().getTotalCount() >= 200)
            .sorted(
                java.util.Comparator.comparingLong(
                        (ApiSummary api) -> api.latency().getValueAtPercentile(95))
                    .reversed())
            .limit(MOST_APIS)
            .map(
                api ->
                    api.api()
                        + String.format(
                            Locale.ROOT, " %.2f ms", api.latency().getValueAtPercentile(95) / 1e6))
            .toList();
    if (!worst.isEmpty()) {
      out.append("  slowest p95 of ").append(where).append(": ");
      out.append(String.join(", ", worst)).append('\n');
    }
  }

  private static String time(Histogram histogram, long nanos) {
    return histogram.getTotalCount() == 0
        ? "–"
        : String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }

  /** What a server said must not steer the terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
