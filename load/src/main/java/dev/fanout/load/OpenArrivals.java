package dev.fanout.load;

import org.jspecify.annotations.Nullable;

/**
 * Arrivals of an open model. Those that are due and not sent wait in the order of their intended
 * start, which is the schedule's own order.
 */
final class OpenArrivals implements Arrivals {
  private final LoopTrial trial;
  private final ArrivalSchedule arriving;
  private final ArrivalSchedule taking;
  private final SlotStack idle;
  private final SlotStack disconnected;
  private final int connectionsAtStart;

  /** After the origin. */
  private long nextArrivalNanos;

  private long nextTakenNanos;
  private long arrived;
  private long taken;
  private long countedArrived;
  private long countedTaken;
  private int connecting;
  private long origin;
  private long windowEnd;
  private long runOutEnd;

  OpenArrivals(
      LoopTrial trial,
      Slot[] slots,
      LoadModel.Open model,
      int loop,
      int loops,
      TrialPlan plan,
      long randomSeed) {
    this.trial = trial;
    this.arriving = schedule(model, loop, loops, plan, randomSeed);
    this.taking = schedule(model, loop, loops, plan, randomSeed);
    this.nextArrivalNanos = arriving.next();
    this.nextTakenNanos = taking.next();
    this.idle = new SlotStack(slots.length);
    this.disconnected = new SlotStack(slots.length);
    double rate = Math.max(model.ratePerSecond(), model.endRatePerSecond()) / loops;
    this.connectionsAtStart = (int) Math.min(slots.length, 4 + Math.ceil(rate * 0.01));
    for (int i = slots.length - 1; i >= connectionsAtStart; i--) {
      disconnected.push(slots[i]);
    }
    this.connecting = connectionsAtStart;
  }

  private static ArrivalSchedule schedule(
      LoadModel.Open model, int loop, int loops, TrialPlan plan, long randomSeed) {
    long horizon = plan.settling().plus(plan.window()).toNanos() + LoopTrial.RUN_OUT_NANOS;
    return new ArrivalSchedule(
        model, loop, loops, plan.settling(), plan.window(), horizon, randomSeed);
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
    return nextArrivalNanos < Long.MAX_VALUE ? origin + nextArrivalNanos : Long.MAX_VALUE;
  }

  @Override
  public void due(long now) {
    note(now);
    sendWaiting(now);
  }

  @Override
  public void note(long now) {
    long since = now - origin;
    while (nextArrivalNanos <= since) {
      if (trial.isInWindow(origin + nextArrivalNanos)) {
        trial.counts().requests++;
        countedArrived++;
      }
      arrived++;
      nextArrivalNanos = arriving.next();
    }
  }

  private void sendWaiting(long now) {
    while (taken < arrived && (now < runOutEnd || hasCountedLeft())) {
      Slot slot = idle.pop();
      if (slot == null) {
        openMore();
        return;
      }
      long number = taken;
      trial.send(slot, take(), number);
    }
  }

  /** The intended start of the one that has waited longest. */
  private long take() {
    long intended = origin + nextTakenNanos;
    countedTaken += trial.isInWindow(intended) ? 1 : 0;
    taken++;
    nextTakenNanos = taking.next();
    return intended;
  }

  private void openMore() {
    long waiting = arrived - taken;
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
    if (taken < arrived) {
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
    if (taken < arrived) {
      sendWaiting(now);
    }
  }

  @Override
  public void closedWhileIdle(Slot slot) {
    idle.remove(slot);
    disconnected.push(slot);
  }

  @Override
  public void notOpened(Slot slot, ErrorKind kind, long now) {
    connecting--;
    disconnected.push(slot);
    if (taken < arrived) {
      long intended = take();
      trial.failedToConnect(slot, kind, intended, now);
      sendWaiting(now);
    }
  }

  @Override
  public boolean hasCountedLeft() {
    return nextTakenNanos < Long.MAX_VALUE && origin + nextTakenNanos < windowEnd;
  }

  @Override
  public long countedWaiting() {
    return countedArrived - countedTaken;
  }

  @Override
  public int users() {
    return 0;
  }
}
