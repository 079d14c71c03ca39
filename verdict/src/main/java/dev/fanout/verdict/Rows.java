package dev.fanout.verdict;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The judged rows of each kind of run (methodology, part 3). */
public final class Rows {
  private Rows() {}

  /** p50 and p95 of each stage, CPU per request at the top stage, errors: 8 for three stages. */
  public static List<Row> local(List<Stage> stages, Margins margins) {
    List<Row> rows = new ArrayList<>();
    stages.forEach(stage -> addLatency(rows, stage, margins));
    rows.add(row(Metric.CPU_PER_REQUEST, top(stages), margins.cpuFraction()));
    rows.add(errors(margins));
    return List.copyOf(rows);
  }

  /** The local rows of the top stage only: 4. The stages below still run where there are any. */
  public static List<Row> quick(List<Stage> stages, Margins margins) {
    List<Row> rows = new ArrayList<>();
    addLatency(rows, top(stages), margins);
    rows.add(row(Metric.CPU_PER_REQUEST, top(stages), margins.cpuFraction()));
    rows.add(errors(margins));
    return List.copyOf(rows);
  }

  /** p50 and p95 of each stage, errors: 7 for three stages. */
  public static List<Row> azure(List<Stage> stages, Margins margins) {
    List<Row> rows = new ArrayList<>();
    stages.forEach(stage -> addLatency(rows, stage, margins));
    rows.add(errors(margins));
    return List.copyOf(rows);
  }

  /** p95 and throughput of each stage, errors: 7 for three stages. */
  public static List<Row> published(List<Stage> stages, Margins margins) {
    List<Row> rows = new ArrayList<>();
    for (Stage stage : stages) {
      rows.add(row(Metric.P95, stage, margins.p95Nanos()));
      rows.add(row(Metric.THROUGHPUT, stage, margins.throughputFraction()));
    }
    rows.add(errors(margins));
    return List.copyOf(rows);
  }

  private static void addLatency(List<Row> rows, Stage stage, Margins margins) {
    rows.add(row(Metric.P50, stage, margins.p50Nanos()));
    rows.add(row(Metric.P95, stage, margins.p95Nanos()));
  }

  private static Row row(Metric metric, Stage stage, double margin) {
    String id = Wording.shortName(metric) + "@" + stage.name().replace(" ", "");
    return new Row(id, metric, OptionalInt.of(stage.index()), margin);
  }

  private static Row errors(Margins margins) {
    return new Row("errors", Metric.ERRORS, OptionalInt.empty(), margins.errorShare());
  }

  private static Stage top(List<Stage> stages) {
    return stages.get(stages.size() - 1);
  }
}
