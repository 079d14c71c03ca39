package dev.fanout.cli;

import dev.fanout.load.LoadModel;
import dev.fanout.load.run.Interval;
import dev.fanout.load.run.LoadListener;
import dev.fanout.load.run.LoadTrial;
import dev.fanout.load.run.TrialStart;
import dev.fanout.report.live.Figures;
import dev.fanout.report.live.LiveEvents;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** A run of the load engine as live events. */
final class LoadView implements LoadListener {
  private static final Duration SHORTEST = Duration.ofMillis(500);

  private final LiveEvents live;
  private String position = "";
  private int trials = 1;
  private boolean open;

  LoadView(LiveEvents live) {
    this.live = live;
  }

  @Override
  public void trialStarted(TrialStart start) {
    trials = start.trials();
    open = start.stage().model() instanceof LoadModel.Open;
    position =
        start.target().name()
            + "/"
            + start.stage().name()
            + ", trial "
            + start.number()
            + " of "
            + start.trials();
    live.progress(position, (start.number() - 1.0) / trials);
  }

  @Override
  public void interval(Interval interval) {
    live.progress(position, (interval.trial() - 1 + interval.progress()) / trials);
    if (interval.length().compareTo(SHORTEST) < 0) {
      return; // What ended after the window.
    }
    Histogram latency = open ? interval.responseTime() : interval.serviceTime();
    live.measured(
        interval.target(),
        new Figures(
            interval.settling() ? "settling" : interval.number() + " s",
            interval.passedPerSecond(),
            percentile(latency, 50),
            percentile(latency, 95),
            percentile(latency, 99),
            interval.total().failed(),
            OptionalDouble.of(interval.inFlight())));
  }

  @Override
  public void trialEnded(LoadTrial trial) {
    Histogram latency = trial.judgedLatency();
    double seconds = trial.result().windowNanos() / 1e9;
    live.said(
        String.format(
            Locale.ROOT,
            "%s/%s: %,.0f/s, p50 %s, p95 %s, p99 %s, %,d of %,d failed",
            trial.target().name(),
            trial.stage().name(),
            seconds == 0 ? 0 : trial.result().passed() / seconds,
            millis(percentile(latency, 50)),
            millis(percentile(latency, 95)),
            millis(percentile(latency, 99)),
            trial.result().failed() + trial.result().unfinished(),
            trial.result().requests()));
  }

  private static OptionalLong percentile(Histogram histogram, double percent) {
    return histogram.getTotalCount() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(histogram.getValueAtPercentile(percent));
  }

  private static String millis(OptionalLong nanos) {
    return nanos.isEmpty() ? "–" : String.format(Locale.ROOT, "%.2f ms", nanos.getAsLong() / 1e6);
  }
}
