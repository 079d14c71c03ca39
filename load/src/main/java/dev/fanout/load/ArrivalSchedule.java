package dev.fanout.load;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The intended starts of one loop's share of an open model, one after another. Two schedules made
 * of the same arguments give the same starts, so that a queue of those that wait is a second
 * schedule that lags behind, and needs no memory however long it gets.
 */
final class ArrivalSchedule {
  private final double startPerNano;
  private final double endPerNano;
  private final double settlingNanos;
  private final double windowNanos;
  private final long horizonNanos;
  private final boolean even;
  private final SplittableRandom random;

  /** In arrivals of a process whose mean gap is 1. */
  private double position;

  /**
   * @param horizonNanos after the trial's start; there are no arrivals from it on
   */
  ArrivalSchedule(
      LoadModel.Open model,
      int loop,
      int loops,
      Duration settling,
      Duration window,
      long horizonNanos,
      long randomSeed) {
    this.startPerNano = model.ratePerSecond() / 1e9 / loops;
    this.endPerNano = model.endRatePerSecond() / 1e9 / loops;
    this.settlingNanos = settling.toNanos();
    this.windowNanos = window.toNanos();
    this.horizonNanos = horizonNanos;
    this.even = model.spacing() == LoadModel.Spacing.EVEN;
    this.random = new SplittableRandom(randomSeed);
    // The loops take turns.
    this.position = even ? (loop + 0.5) / loops - 1 : 0;
  }

  /** Nanoseconds after the trial's start, ascending; Long.MAX_VALUE when there are no more. */
  long next() {
    // 1 - nextDouble() is in (0, 1], so the logarithm is finite.
    position += even ? 1 : -Math.log(1 - random.nextDouble());
    double at = nanosAt(position);
    return at < horizonNanos ? (long) at : Long.MAX_VALUE;
  }

  /** When so many arrivals are due: the inverse of the rate's integral. */
  private double nanosAt(double arrivals) {
    double inSettling = startPerNano * settlingNanos;
    if (startPerNano == endPerNano || arrivals <= inSettling) {
      return arrivals / startPerNano;
    }
    double beyond = arrivals - inSettling;
    double inWindow = (startPerNano + endPerNano) / 2 * windowNanos;
    if (beyond > inWindow) {
      return settlingNanos + windowNanos + (beyond - inWindow) / endPerNano;
    }
    double slope = (endPerNano - startPerNano) / windowNanos;
    double rate = Math.sqrt(Math.max(0, startPerNano * startPerNano + 2 * slope * beyond));
    return settlingNanos + 2 * beyond / (startPerNano + rate);
  }
}
