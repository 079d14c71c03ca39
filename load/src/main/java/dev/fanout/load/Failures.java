package dev.fanout.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The first failures of each kind and the decision to stop; shared by the loops of a trial. */
final class Failures {
  private static final int SAMPLES_PER_KIND = 5;
  private static final int MAX_DETAIL = 300;

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
