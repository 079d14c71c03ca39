package dev.fanout.report;

import dev.fanout.measurements.run.LatencySummary;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.StageLoad;
import dev.fanout.measurements.run.Trial;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Each stage and variant in a line: means over the judged trials, the maximum over all of them. */
final class StageFigures {
  /** A trial's p99 needs so many requests (methodology, part 3). */
  private static final long FOR_P99 = 5_000;

  private static final String NONE = "–";

  private final ReportContent content;
  private final Judged judged;
  private final Evidence evidence;

  StageFigures(ReportContent content, Evidence evidence) {
    this.content = content;
    this.judged = Judged.of(content.verdict());
    this.evidence = evidence;
  }

  Table table() {
    List<List<String>> cells = new ArrayList<>();
    for (Stage stage : judged.run().plan().stages()) {
      for (VariantLabel label : VariantLabel.values()) {
        List<Trial> trials = judged.trials(label, stage);
        if (!trials.isEmpty()) {
          cells.add(line(stage, label, trials));
        }
      }
    }
    return new Table(
            "Each stage, means over trials, " + content.scope(),
            List.of(
                Column.text("stage"),
                Column.text("variant"),
                Column.number("requests"),
                Column.number("per s"),
                Column.number("mean ms"),
                Column.number("p50 ms"),
                Column.number("p90 ms"),
                Column.number("p95 ms"),
                Column.number("p99 ms"),
                Column.number("max ms"),
                Column.number("first byte p50 ms"),
                Column.number("backend p50 ms"),
                Column.number("CPU µs")),
            cells)
        .withoutEmpty(NONE);
  }

  /** What the columns mean, where their names do not say it. */
  String note() {
    String backend =
        judged
            .run()
            .overhead()
            .map(
                overhead ->
                    String.format(
                        Locale.ROOT,
                        " Asked directly, without a gateway, the backend's p50 was %.3f ms.",
                        overhead.p50DirectNanos() / 1e6))
            .orElse("");
    return "Latency counts from the intended start of a request (open load) or from its send"
        + " (closed). p99 is that of all trials pooled where a single trial has fewer than 5,000"
        + " requests. First byte counts from the send, backend is the time that the backend itself"
        + " measured; without a column they were not recorded."
        + backend;
  }

  private List<String> line(Stage stage, VariantLabel label, List<Trial> trials) {
    return List.of(
        stage.name() + load(stage),
        content.named(label),
        ReportContent.grouped(trials.stream().mapToLong(Trial::requests).sum()),
        number("%.0f", trials.stream().mapToDouble(Trial::throughputPerSecond).average()),
        mean(trials, LatencySummary::meanNanos),
        mean(trials, LatencySummary::p50Nanos),
        mean(trials, LatencySummary::p90Nanos),
        mean(trials, LatencySummary::p95Nanos),
        p99(stage, label, trials),
        largest(trials),
        timing(stage, label, "firstByte"),
        timing(stage, label, "backendTime"),
        number(
            "%.1f",
            trials.stream()
                .flatMapToDouble(trial -> trial.cpuPerRequestNanos().stream())
                .map(nanos -> nanos / 1_000)
                .average()));
  }

  /** {@code (2400/s)} where a stage's name does not say it. */
  static String load(Stage stage) {
    return stage.load() instanceof StageLoad.Open open
            && open.ratePerSecond().isPresent()
            && !stage.name().endsWith("/s")
        ? String.format(Locale.ROOT, " (%.0f/s)", open.ratePerSecond().getAsDouble())
        : "";
  }

  private String p99(Stage stage, VariantLabel label, List<Trial> trials) {
    if (trials.stream().allMatch(trial -> trial.requests() >= FOR_P99)) {
      return mean(trials, LatencySummary::p99Nanos);
    }
    Optional<PercentileCurve> curve = evidence.curve(stage.index(), label);
    return curve
        .filter(pooled -> pooled.count() >= FOR_P99)
        .flatMap(
            pooled ->
                pooled.points().stream()
                    .filter(point -> Math.abs(point.nines() - 2) < 1e-9)
                    .findFirst())
        .map(point -> String.format(Locale.ROOT, "%.3f (pooled)", point.millis()))
        .orElse(NONE);
  }

  private String timing(Stage stage, VariantLabel label, String measure) {
    return evidence
        .timing(stage.index(), label, measure)
        .map(timing -> String.format(Locale.ROOT, "%.3f", timing.p50Nanos() / 1e6))
        .orElse(NONE);
  }

  private static String mean(List<Trial> trials, ToDoubleFunction<LatencySummary> which) {
    return number(
        "%.3f",
        trials.stream()
            .flatMap(trial -> trial.latency().stream())
            .mapToDouble(latency -> which.applyAsDouble(latency) / 1e6)
            .average());
  }

  private static String largest(List<Trial> trials) {
    return number(
        "%.3f",
        trials.stream()
            .flatMap(trial -> trial.latency().stream())
            .mapToDouble(latency -> latency.maxNanos() / 1e6)
            .max());
  }

  private static String number(String pattern, OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, pattern, value.getAsDouble()) : NONE;
  }
}
