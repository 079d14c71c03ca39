package dev.fanout.cli;

import dev.fanout.experiment.RunEvents;
import dev.fanout.measurements.run.LatencySummary;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;
import dev.fanout.report.live.Figures;
import dev.fanout.report.live.LiveEvents;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** A run of {@code fanout bench} as live events. */
final class BenchView implements RunEvents {
  private final LiveEvents live;
  private final boolean trials;
  private String replicate = "";
  private double share = -1;

  /**
   * @param trials whether a view has room for each of them; else a line for each replicate is
   *     enough
   */
  BenchView(LiveEvents live, boolean trials) {
    this.live = live;
    this.trials = trials;
  }

  /** A view on what stands at the other end of the output; it is begun. */
  static BenchView open(PrintWriter out, String title, List<LiveEvents.Row> variants) {
    LiveEvents live = Terminals.view(out);
    live.began(title, variants);
    return new BenchView(live, Terminals.canRepaint());
  }

  /** Before somebody else prints. */
  void end() {
    live.ended();
  }

  @Override
  public void phase(String phrase) {
    live.progress(phrase, share);
  }

  @Override
  public void note(String sentence) {
    live.said("note: " + sentence);
  }

  @Override
  public void replicateStarted(int valid, int most) {
    replicate = "replicate " + (valid + 1) + " of at most " + most;
    share = (double) valid / most;
    if (trials) {
      live.progress(replicate + ": fresh gateway process, smoke test, warm-up", share);
    }
  }

  @Override
  public void trialFinished(Stage stage, Trial trial) {
    if (trials) {
      live.progress(replicate + ": " + trial.variant() + " at " + stage.name(), share);
      live.measured(
          trial.variant().toString(),
          new Figures(
              stage.name(),
              trial.throughputPerSecond(),
              nanos(trial, LatencySummary::p50Nanos),
              nanos(trial, LatencySummary::p95Nanos),
              nanos(trial, LatencySummary::p99Nanos),
              trial.failed(),
              OptionalDouble.of(trial.meanInFlight())));
    }
  }

  @Override
  public void replicateFinished(Replicate finished, int valid, int most) {
    share = (double) valid / most;
    live.said(
        finished
                .whyVoid()
                .map(why -> "void replicate, " + why)
                .orElse("replicate " + valid + " of at most " + most)
            + latencies(finished));
  }

  @Override
  public void looked(int replicates, boolean goesOn) {
    live.said("look after " + replicates + " replicates: " + (goesOn ? "goes on" : "decided"));
  }

  private static OptionalLong nanos(Trial trial, ToLongFunction<LatencySummary> part) {
    return trial.latency().isPresent()
        ? OptionalLong.of(part.applyAsLong(trial.latency().get()))
        : OptionalLong.empty();
  }

  private static String latencies(Replicate finished) {
    StringBuilder text = new StringBuilder();
    for (Trial trial : finished.trials()) {
      trial
          .latency()
          .ifPresent(
              latency ->
                  text.append(text.isEmpty() ? ": " : ", ")
                      .append(trial.variant())
                      .append(
                          String.format(
                              Locale.ROOT,
                              " %.2f/%.2f ms",
                              latency.p50Nanos() / 1e6,
                              latency.p95Nanos() / 1e6)));
    }
    return text.isEmpty() ? "" : text + " (p50/p95)";
  }
}
