package dev.fanout.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The first failures of each kind and the decision to stop; shared by the loops of a trial. */
final class Failures {
  private static final int SAMPLES_PER_KIND = 5;
  private static final int MAX_DETAIL = 300;

  /** A share of fewer requests says little. */
  private static final long FEWEST_FOR_SHARE = 500;

  private final int[] taken = new int[ErrorKind.values().length];
  private final List<ErrorSample> samples = new ArrayList<>();
  private final AtomicReference<@Nullable StopReason> stopped = new AtomicReference<>();

  /** Whether a sample of this kind is still wanted; asked before its text is made. */
  boolean wants(ErrorKind kind) {
    synchronized (samples) {
      return taken[kind.ordinal()] < SAMPLES_PER_KIND;
    }
  }

  void add(ErrorKind kind, String apiId, String target, String detail) {
    String line = detail.replace('\r', ' ').replace('\n', ' ');
    String cut = line.length() > MAX_DETAIL ? line.substring(0, MAX_DETAIL - 1) + "…" : line;
    synchronized (samples) {
      if (taken[kind.ordinal()] < SAMPLES_PER_KIND) {
        taken[kind.ordinal()]++;
        samples.add(new ErrorSample(kind, apiId, target, cut));
      }
    }
  }

  /** Stops the trial when the limits say so; called after each failure, by its loop. */
  void judge(Tally tally, TrialScript script, ErrorKind kind, String detail) {
    Limits limits = script.plan.limits();
    long of = Math.max(FEWEST_FOR_SHARE, tally.finishedAtAll());
    String what = "";
    if (tally.consecutiveFailures() >= limits.consecutiveFailures()) {
      what = tally.consecutiveFailures() + " requests in a row";
    } else if (limits.stopErrorShare() < 1 && tally.failedAtAll() > limits.stopErrorShare() * of) {
      what =
          String.format(
              Locale.ROOT,
              "%d of %d requests, more than %.3g %%",
              tally.failedAtAll(),
              tally.finishedAtAll(),
              100 * limits.stopErrorShare());
    }
    if (!what.isEmpty()) {
      String cause = detail.isEmpty() ? "" : ": " + detail;
      stop(kind, script.target() + " failed " + what + ", the last one by " + kind + cause);
    }
  }

  void stop(ErrorKind kind, String message) {
    stopped.compareAndSet(null, new StopReason(kind, message));
  }

  @Nullable StopReason stopped() {
    return stopped.get();
  }

  List<ErrorSample> samples() {
    synchronized (samples) {
      return List.copyOf(samples);
    }
  }
}
