package dev.fanout.load;

/**
 * Virtual users. They start along the ramp in the order of their numbers; after that all pauses are
 * equally long, so those that pause are due in the order in which they began to, and a ring holds
 * them.
 */
final class ClosedArrivals implements Arrivals {
  private final LoopTrial trial;
  private final Slot[] slots;
  private final Slot[] pausing;
  private final long rampNanos;
  private final long pauseNanos;
  private int started;
  private int first;
  private int count;
  private long origin;
  private long end = Long.MAX_VALUE;
  private boolean begun;

  ClosedArrivals(LoopTrial trial, Slot[] slots, LoadModel.Closed model) {
    this.trial = trial;
    this.slots = slots;
    this.pausing = new Slot[slots.length];
    this.rampNanos = model.ramp().toNanos();
    this.pauseNanos = model.pause().toNanos();
  }

  @Override
  public int connectionsAtStart() {
    return rampNanos == 0 ? slots.length : Math.min(1, slots.length);
  }

  @Override
  public void begin(long start, long windowStart, long windowEnd) {
    origin = start;
    end = windowEnd + LoopTrial.RUN_OUT_NANOS;
    begun = true;
  }

  @Override
  public long nextDueNanos() {
    long ramp = started < slots.length ? rampDueNanos() : Long.MAX_VALUE;
    return count == 0 ? ramp : Math.min(ramp, pausing[first].dueNanos);
  }

  private long rampDueNanos() {
    return origin + rampNanos * started / slots.length;
  }

  @Override
  public void due(long now) {
    if (now >= end) {
      started = slots.length;
      count = 0;
      return;
    }
    while (started < slots.length && rampDueNanos() <= now) {
      start(slots[started++]);
    }
    while (count > 0 && pausing[first].dueNanos <= now) {
      Slot slot = pausing[first];
      first = first + 1 == pausing.length ? 0 : first + 1;
      count--;
      start(slot);
    }
  }

  @Override
  public void note(long now) {
    // A request of this model comes into being when it is sent.
  }

  private void pause(Slot slot, long dueNanos) {
    slot.dueNanos = dueNanos;
    int last = first + count++;
    pausing[last < pausing.length ? last : last - pausing.length] = slot;
  }

  private void start(Slot slot) {
    if (slot.state == Slot.State.IDLE) {
      long now = System.nanoTime();
      if (trial.isInWindow(now)) {
        trial.counts().requests++;
      }
      trial.send(slot, now, slot.number + slot.iteration++);
    } else if (slot.state == Slot.State.DISCONNECTED) {
      trial.open(slot);
    }
  }

  @Override
  public void ready(Slot slot, long now) {
    next(slot, now);
  }

  @Override
  public void opened(Slot slot, long now) {
    if (begun && now < end) {
      start(slot);
    }
  }

  @Override
  public void lost(Slot slot, long now) {
    next(slot, now);
  }

  private void next(Slot slot, long now) {
    if (now >= end) {
      return;
    }
    if (pauseNanos == 0 && slot.state == Slot.State.IDLE) {
      start(slot);
    } else {
      pause(slot, now + pauseNanos);
    }
  }

  @Override
  public void closedWhileIdle(Slot slot) {
    // The virtual user waits for its next turn and connects then.
  }

  @Override
  public void notOpened(Slot slot, long now) {
    boolean inWindow = trial.isInWindow(now);
    trial.counts().requests += inWindow ? 1 : 0;
    slot.iteration++;
    trial.failedToConnect(slot, inWindow, now);
    next(slot, now);
  }

  @Override
  public boolean hasCountedLeft() {
    return false;
  }

  @Override
  public long countedWaiting() {
    return 0;
  }
}
