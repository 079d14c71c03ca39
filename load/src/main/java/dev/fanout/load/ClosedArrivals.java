package dev.fanout.load;

import java.util.SplittableRandom;

/**
 * Virtual users. They start, or leave, along the ramp in the order of their numbers, and wait their
 * delays in a heap.
 */
final class ClosedArrivals implements Arrivals {
  private final LoopTrial trial;
  private final Slot[] slots;
  private final DueHeap waiting;
  private final LoadModel.Closed model;
  private final Delay think;
  private final Delay pacing;
  private final boolean undelayed;
  private final SplittableRandom random;
  private final long rampNanos;

  /** Between two requests of this loop, so that all loops together keep to a cap; 0 without. */
  private final long capGapNanos;

  private long capNextNanos;
  private int started;
  private int left;
  private long origin;
  private long end = Long.MAX_VALUE;
  private boolean begun;

  /**
   * @param slots of this loop, in the order of their numbers
   * @param capGapNanos 0 for none
   */
  ClosedArrivals(
      LoopTrial trial,
      Slot[] slots,
      LoadModel.Closed model,
      long capGapNanos,
      SplittableRandom random) {
    this.trial = trial;
    this.slots = slots;
    this.waiting = new DueHeap(slots.length);
    this.model = model;
    this.think = model.think();
    this.pacing = model.pacing();
    this.undelayed = think.isNone() && pacing.isNone();
    this.random = random;
    this.rampNanos = model.ramp().toNanos();
    this.capGapNanos = capGapNanos;
  }

  @Override
  public int connectionsAtStart() {
    int first = 0;
    while (first < slots.length && startNanos(slots[first]) == 0) {
      first++;
    }
    return Math.max(first, Math.min(1, slots.length));
  }

  @Override
  public void begin(long start, long windowStart, long windowEnd) {
    origin = start;
    end = windowEnd + LoopTrial.RUN_OUT_NANOS;
    begun = true;
  }

  @Override
  public long nextDueNanos() {
    long ramp = started < slots.length ? origin + startNanos(slots[started]) : Long.MAX_VALUE;
    return Math.min(ramp, waiting.nextDueNanos());
  }

  /** After the origin; numbers begin with 1. */
  private long startNanos(Slot slot) {
    int beyond = slot.number - 1 - model.startVus();
    return beyond <= 0 || model.vus() <= model.startVus()
        ? 0
        : (long) ((double) rampNanos * beyond / (model.vus() - model.startVus()));
  }

  private boolean leaves(Slot slot, long now) {
    if (slot.number <= model.vus()) {
      return false;
    }
    double share = (double) (model.startVus() - slot.number) / (model.startVus() - model.vus());
    return now - origin >= (long) (rampNanos * share);
  }

  @Override
  public void due(long now) {
    if (now >= end) {
      started = slots.length;
      waiting.clear();
      return;
    }
    while (started < slots.length && origin + startNanos(slots[started]) <= now) {
      Slot slot = slots[started++];
      slot.dueNanos = origin + startNanos(slot);
      start(slot, slot.dueNanos, now);
    }
    while (waiting.nextDueNanos() <= now) {
      Slot slot = waiting.poll();
      start(slot, slot.dueNanos, now);
    }
  }

  @Override
  public void note(long now) {
    // A request of this model comes into being when it is sent.
  }

  private void start(Slot slot, long intended, long now) {
    if (leaves(slot, now)) {
      left++;
      slot.drop();
    } else if (mustWait(slot, now)) {
      slot.dueNanos = capNextNanos;
      slot.capped = true;
      capNextNanos += capGapNanos;
      waiting.add(slot);
    } else if (slot.state == Slot.State.IDLE) {
      slot.capped = false;
      if (trial.isInWindow(intended)) {
        trial.counts().requests++;
      }
      slot.startedNanos = intended;
      trial.send(slot, intended, slot.number + slot.iteration++);
    } else if (slot.state == Slot.State.DISCONNECTED) {
      slot.dueNanos = intended;
      trial.open(slot);
    }
  }

  /** A slot that has waited for the cap once has its turn. */
  private boolean mustWait(Slot slot, long now) {
    if (capGapNanos == 0 || slot.capped) {
      return false;
    }
    if (now < capNextNanos) {
      return true;
    }
    capNextNanos = now + capGapNanos;
    slot.capped = true;
    return false;
  }

  @Override
  public void ready(Slot slot, long now) {
    next(slot, now);
  }

  @Override
  public void opened(Slot slot, long now) {
    if (begun && now < end) {
      start(slot, slot.dueNanos, now);
    }
  }

  @Override
  public void lost(Slot slot, long now) {
    next(slot, now);
  }

  private void next(Slot slot, long now) {
    slot.capped = false;
    if (now >= end) {
      return;
    }
    if (undelayed && slot.state == Slot.State.IDLE) {
      start(slot, now, now);
      return;
    }
    long thought = now + think.drawNanos(random);
    slot.dueNanos = Math.max(thought, slot.startedNanos + pacing.drawNanos(random));
    waiting.add(slot);
  }

  @Override
  public void closedWhileIdle(Slot slot) {
    // The virtual user waits for its next turn and connects then.
  }

  @Override
  public void notOpened(Slot slot, ErrorKind kind, long now) {
    if (trial.isInWindow(slot.dueNanos)) {
      trial.counts().requests++;
    }
    slot.iteration++;
    slot.startedNanos = slot.dueNanos;
    trial.failedToConnect(slot, kind, slot.dueNanos, now);
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

  @Override
  public int users() {
    return started - left;
  }
}
