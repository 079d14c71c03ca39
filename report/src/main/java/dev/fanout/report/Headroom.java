package dev.fanout.report;

import dev.fanout.measurements.run.CpuShares;
import dev.fanout.measurements.run.Trial;
import dev.fanout.report.Table.Column;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How busy the machine was while the trials of one stage and variant ran. */
record Headroom(List<Trial> trials) {
  static final List<Column> COLUMNS =
      List.of(
          Column.text("stage"),
          Column.text("variant"),
          Column.number("busiest core, most"),
          Column.number("generator's core, mean"),
          Column.number("gateway, cores"),
          Column.number("achieved of offered"),
          Column.number("mean send lag"),
          Column.number("longest pause"));

  Headroom {
    trials = List.copyOf(trials);
  }

  static Headroom of(List<Trial> trials) {
    return new Headroom(trials);
  }

  List<String> cells(String stage, String variant) {
    return List.of(
        stage,
        variant,
        shown(
            "%.1f %%",
            100,
            trials.stream().flatMapToDouble(trial -> trial.cpu().busiestCore().stream()).max()),
        shown("%.1f %%", 100, mean(trial -> cpu(trial, CpuShares::generatorCore))),
        shown("%.2f", 1, mean(trial -> cpu(trial, CpuShares::gatewayCores))),
        shown("%.2f %%", 100, mean(Headroom::achieved)),
        shown("%.1f µs", 1e-3, mean(Trial::sendLagMeanNanos)),
        shown(
            "%.1f ms",
            1e-6,
            trials.stream()
                .flatMapToLong(trial -> trial.longestPauseNanos().stream())
                .asDoubleStream()
                .max()));
  }

  private static OptionalDouble cpu(Trial trial, Function<CpuShares, OptionalDouble> which) {
    return which.apply(trial.cpu());
  }

  private static OptionalDouble achieved(Trial trial) {
    return trial.achievedPerSecond().isPresent()
            && trial.offeredPerSecond().isPresent()
            && trial.offeredPerSecond().getAsDouble() > 0
        ? OptionalDouble.of(
            trial.achievedPerSecond().getAsDouble() / trial.offeredPerSecond().getAsDouble())
        : OptionalDouble.empty();
  }

  private OptionalDouble mean(Function<Trial, OptionalDouble> value) {
    return trials.stream().flatMapToDouble(trial -> value.apply(trial).stream()).average();
  }

  private static String shown(String pattern, double factor, OptionalDouble value) {
    return value.isPresent()
        ? String.format(Locale.ROOT, pattern, value.getAsDouble() * factor)
        : "–";
  }
}
