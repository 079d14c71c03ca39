package dev.fanout.load;

import java.time.Duration;
import java.util.Objects;

/** When requests start. */
public sealed interface LoadModel {
  int MOST_CONNECTIONS = 50_000;

  /**
   * Requests arrive whatever the server does. A request that finds {@code maxInFlight} requests in
   * flight waits and keeps its intended start.
   *
   * @param ratePerSecond mean arrivals per second in the settling and at the window's start
   * @param endRatePerSecond the same at the window's end; between them the rate is a straight line
   * @param maxInFlight upper limit of open connections, one request at a time on each
   */
  record Open(double ratePerSecond, double endRatePerSecond, Spacing spacing, int maxInFlight)
      implements LoadModel {
    public Open {
      Objects.requireNonNull(spacing, "spacing");
      checkRate(ratePerSecond);
      checkRate(endRatePerSecond);
      if (maxInFlight < 1 || maxInFlight > MOST_CONNECTIONS) {
        throw new IllegalArgumentException("maxInFlight " + maxInFlight + " is not in 1..50,000");
      }
    }

    /** A Poisson process of constant rate. */
    public Open(double ratePerSecond, int maxInFlight) {
      this(ratePerSecond, ratePerSecond, Spacing.POISSON, maxInFlight);
    }

    /** Over the window. */
    public double meanRatePerSecond() {
      return (ratePerSecond + endRatePerSecond) / 2;
    }

    private static void checkRate(double rate) {
      if (!(rate > 0 && rate <= 1_000_000)) {
        throw new IllegalArgumentException("rate " + rate + " per second is not in (0, 1,000,000]");
      }
    }
  }

  /** What the gaps between arrivals are. */
  enum Spacing {
    /** A Poisson process: exponential gaps, as of many users who do not know of each other. */
    POISSON,
    /** Each gap as long as the rate says. */
    EVEN
  }

  /**
   * Each virtual user owns one connection and sends its next request when the last one is answered
   * and its delays have passed. A stalled server is met by at most one request of each user, so
   * this model cannot see what further arrivals would have waited.
   *
   * @param startVus users at the start of the settling
   * @param vus users once the ramp is over; fewer than {@code startVus} means that users leave
   * @param ramp users start or leave evenly over this time, from the start of the settling
   * @param think from an answer to the next request
   * @param pacing the least time from one request of a user to its next one; a user that is late
   *     sends at once
   */
  record Closed(int startVus, int vus, Duration ramp, Delay think, Delay pacing)
      implements LoadModel {
    public Closed {
      Objects.requireNonNull(think, "think");
      Objects.requireNonNull(pacing, "pacing");
      if (startVus < 0 || vus < 0 || Math.max(startVus, vus) > MOST_CONNECTIONS) {
        throw new IllegalArgumentException(
            "vus " + startVus + " to " + vus + " are not in 0..50,000");
      }
      if (startVus == 0 && vus == 0) {
        throw new IllegalArgumentException("vus 0 to 0: a load without users");
      }
      if (ramp.isNegative()) {
        throw new IllegalArgumentException("ramp " + ramp + " is negative");
      }
      if (ramp.isZero() && startVus != vus) {
        throw new IllegalArgumentException(
            "vus " + startVus + " to " + vus + " need a ramp longer than nothing");
      }
    }

    /** Without delays, all users at once. */
    public Closed(int vus) {
      this(vus, vus, Duration.ZERO, Delay.NONE, Delay.NONE);
    }

    /**
     * @param ramp from no user on
     * @param pause the think time, always the same
     */
    public Closed(int vus, Duration ramp, Duration pause) {
      this(ramp.isZero() ? vus : 0, vus, ramp, new Delay.Fixed(pause), Delay.NONE);
    }

    public int mostVus() {
      return Math.max(startVus, vus);
    }
  }
}
