package dev.fanout.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what the loops hand over each second, adds it up and passes it on. */
final class IntervalCollector {
  private final TrialScript script;
  private final List<RecorderRelay> relays;
  private final IntervalSink sink;
  private final Runnable ifSinkFails;
  private final Recorder total;
  private final long[] pending;
  private final long[] waiting;
  private final int[] users;
  private final boolean[] ended;
  private final Thread thread = new Thread(this::collect, "fanout-load-intervals");
  private volatile @Nullable RuntimeException failure;
  private long start;
  private int number;

  /**
   * @param ifSinkFails ends the trial, whose intervals nobody takes any more
   */
  IntervalCollector(
      TrialScript script, List<RecorderRelay> relays, IntervalSink sink, Runnable ifSinkFails) {
    this.script = script;
    this.relays = relays;
    this.sink = sink;
    this.ifSinkFails = ifSinkFails;
    this.total = new Recorder(script.groups.names.size());
    this.pending = new long[relays.size()];
    this.waiting = new long[relays.size()];
    this.users = new int[relays.size()];
    this.ended = new boolean[relays.size()];
    thread.setDaemon(true);
  }

  /** How many recorders a trial holds beside the loops' own. */
  static int recorders(int loops) {
    return loops * (RecorderRelay.RECORDERS - 1) + 2;
  }

  /**
   * @param start of the settling
   */
  void start(long start) {
    this.start = start;
    thread.start();
  }

  /**
   * Once every loop has finished.
   *
   * @throws RuntimeException the one that the sink has thrown; it got no more intervals
   */
  Recorder await() throws InterruptedException {
    thread.join();
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
    return total;
  }

  void abandon() {
    thread.interrupt();
  }

  private void collect() {
    try {
      while (!allEnded()) {
        Recorder merged = new Recorder(script.groups.names.size());
        mergeNext(merged);
        total.add(merged);
        pass(merged);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void mergeNext(Recorder merged) throws InterruptedException {
    merged.startNanos = Long.MAX_VALUE;
    for (int i = 0; i < ended.length; i++) {
      if (!ended[i]) {
        Recorder next = relays.get(i).take();
        merged.add(next);
        merged.startNanos = Math.min(merged.startNanos, next.startNanos);
        merged.endNanos = Math.max(merged.endNanos, next.endNanos);
        merged.settling |= next.settling;
        pending[i] = next.pendingAtEnd;
        waiting[i] = next.waitingAtEnd;
        users[i] = next.usersAtEnd;
        ended[i] = next.last;
        next.reset();
        relays.get(i).giveBack(next);
      }
      merged.pendingAtEnd += pending[i];
      merged.waitingAtEnd += waiting[i];
      merged.usersAtEnd += users[i];
    }
  }

  private boolean allEnded() {
    for (boolean end : ended) {
      if (!end) {
        return false;
      }
    }
    return true;
  }

  private void pass(Recorder merged) {
    if (failure != null) {
      return;
    }
    try {
      sink.interval(interval(merged));
    } catch (RuntimeException e) {
      failure = e;
      ifSinkFails.run();
    }
  }

  private TrialInterval interval(Recorder merged) {
    TrialPlan plan = script.plan;
    double planned = plan.settling().plus(plan.window()).toNanos();
    List<GroupInterval> groups = new ArrayList<>();
    for (int i = 0; i < merged.groupFailed.length; i++) {
      groups.add(
          new GroupInterval(
              script.groups.names.get(i),
              merged.groupResponseTime[i].getTotalCount(),
              merged.groupFailed[i],
              merged.groupResponseTime[i]));
    }
    return new TrialInterval(
        ++number,
        merged.startNanos,
        merged.endNanos - merged.startNanos,
        merged.settling,
        Math.max(0, Math.min(1, (merged.endNanos - start) / planned)),
        Counts.of(merged),
        Counts.of(total),
        merged.pendingAtEnd,
        merged.waitingAtEnd,
        merged.usersAtEnd,
        merged.responseTime,
        merged.serviceTime,
        merged.firstByte,
        merged.sendLag,
        groups);
  }
}
