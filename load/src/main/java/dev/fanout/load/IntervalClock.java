package dev.fanout.load;

/**
 * Hands a loop's recorder over each second: at the window's start, each second after it, and each
 * second of the settling before it.
 */
final class IntervalClock {
  static final long INTERVAL_NANOS = 1_000_000_000;

  private final RecorderRelay relay;
  private final Tally tally;
  private boolean begun;
  private long windowStart;
  private long next = Long.MAX_VALUE;

  IntervalClock(RecorderRelay relay, Tally tally) {
    this.relay = relay;
    this.tally = tally;
  }

  void begin(long start, long windowStart) {
    this.windowStart = windowStart;
    this.next = after(start);
    this.begun = true;
  }

  /** When the recorder is to be handed over. */
  long nextNanos() {
    return next;
  }

  void turn(long now, long waiting, int users) {
    boolean settling = next <= windowStart;
    next = after(now);
    Recorder spare = relay.spare();
    if (spare != null) {
      Recorder filled = tally.turnTo(spare, now, waiting, users);
      filled.settling = settling;
      relay.handOver(filled);
    }
  }

  /** Hands over what there is, for the last time. */
  void end(long now, long waiting, int users) {
    next = Long.MAX_VALUE;
    Recorder last = tally.recorder();
    if (!begun) {
      last.startNanos = now;
    }
    tally.close(last, now, waiting, users);
    last.settling = !begun || now <= windowStart;
    last.last = true;
    relay.handOver(last);
  }

  private long after(long now) {
    if (now < windowStart) {
      return Math.min(now + INTERVAL_NANOS, windowStart);
    }
    return windowStart + ((now - windowStart) / INTERVAL_NANOS + 1) * INTERVAL_NANOS;
  }
}
