package dev.fanout.load;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Drawn arrivals. Those that are due and not sent wait in the order of their intended start, which
 * is the schedule's own order, so the queue is two indexes into it.
 */
final class OpenArrivals implements Arrivals {
  private final LoopTrial trial;
  private final long[] starts;
  private final SlotStack idle;
  private final SlotStack disconnected;
  private final int connectionsAtStart;
  private int arrived;
  private int next;
  private int connecting;
  private long origin;
  private long windowEnd;
  private long runOutEnd;

  OpenArrivals(
      LoopTrial trial,
      Slot[] slots,
      LoadModel.Open model,
      int loops,
      TrialPlan plan,
      SplittableRandom random) {
    this.trial = trial;
    double rate = model.ratePerSecond() / loops;
    long horizon = plan.settling().plus(plan.window()).toNanos() + LoopTrial.RUN_OUT_NANOS;
    this.starts = ArrivalSchedule.poisson(rate, horizon, random);
    this.idle = new SlotStack(slots.length);
    this.disconnected = new SlotStack(slots.length);
    this.connectionsAtStart = (int) Math.min(slots.length, 4 + Math.ceil(rate * 0.01));
    for (int i = slots.length - 1; i >= connectionsAtStart; i--) {
      disconnected.push(slots[i]);
    }
    this.connecting = connectionsAtStart;
  }

  @Override
  public int connectionsAtStart() {
    return connectionsAtStart;
  }

  @Override
  public void begin(long start, long windowStart, long windowEnd) {
    this.origin = start;
    this.windowEnd = windowEnd;
    this.runOutEnd = windowEnd + LoopTrial.RUN_OUT_NANOS;
  }

  @Override
  public long nextDueNanos() {
    return arrived < starts.length ? origin + starts[arrived] : Long.MAX_VALUE;
  }

  @Override
  public void due(long now) {
    note(now);
    sendWaiting(now);
  }

  @Override
  public void note(long now) {
    long since = now - origin;
    while (arrived < starts.length && starts[arrived] <= since) {
      if (trial.isInWindow(origin + starts[arrived])) {
        trial.counts().requests++;
      }
      arrived++;
    }
  }

  private void sendWaiting(long now) {
    while (next < arrived && (now < runOutEnd || hasCountedLeft())) {
      Slot slot = idle.pop();
      if (slot == null) {
        openMore();
        return;
      }
      int arrival = next++;
      trial.send(slot, origin + starts[arrival], arrival);
    }
  }

  private void openMore() {
    int waiting = arrived - next;
    while (connecting < waiting) {
      @Nullable Slot slot = disconnected.pop();
      if (slot == null) {
        return;
      }
      connecting++;
      trial.open(slot);
    }
  }

  @Override
  public void ready(Slot slot, long now) {
    idle.push(slot);
    if (next < arrived) {
      sendWaiting(now);
    }
  }

  @Override
  public void opened(Slot slot, long now) {
    connecting--;
    ready(slot, now);
  }

  @Override
  public void lost(Slot slot, long now) {
    disconnected.push(slot);
    if (next < arrived) {
      sendWaiting(now);
    }
  }

  @Override
  public void closedWhileIdle(Slot slot) {
    idle.remove(slot);
    disconnected.push(slot);
  }

  @Override
  public void notOpened(Slot slot, long now) {
    connecting--;
    disconnected.push(slot);
    if (next < arrived) {
      boolean inWindow = trial.isInWindow(origin + starts[next]);
      next++;
      trial.failedToConnect(slot, inWindow, now);
      sendWaiting(now);
    }
  }

  @Override
  public boolean hasCountedLeft() {
    return next < starts.length && origin + starts[next] < windowEnd;
  }

  @Override
  public long countedWaiting() {
    long count = 0;
    for (int i = next; i < arrived; i++) {
      count += trial.isInWindow(origin + starts[i]) ? 1 : 0;
    }
    return count;
  }
}
