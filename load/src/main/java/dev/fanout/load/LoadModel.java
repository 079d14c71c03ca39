package dev.fanout.load;

import java.time.Duration;

/** When requests start. */
public sealed interface LoadModel {

  /**
   * Requests arrive by a Poisson process, whatever the server does. A request that finds {@code
   * maxInFlight} requests in flight waits and keeps its intended start.
   *
   * @param ratePerSecond mean arrivals per second
   * @param maxInFlight upper limit of open connections, one request at a time on each
   */
  record Open(double ratePerSecond, int maxInFlight) implements LoadModel {
    public Open {
      if (!(ratePerSecond > 0 && ratePerSecond <= 1_000_000)) {
        throw new IllegalArgumentException(
            "rate " + ratePerSecond + " per second is not in (0, 1,000,000]");
      }
      LoadModel.checkConnections("maxInFlight", maxInFlight);
    }
  }

  /**
   * Each of {@code vus} virtual users owns one connection and sends its next request when the last
   * one is answered and {@code pause} has passed. A stalled server is met by at most {@code vus}
   * requests, so this model cannot see what further arrivals would have waited.
   *
   * @param ramp the users start evenly over this time, within the settling
   */
  record Closed(int vus, Duration ramp, Duration pause) implements LoadModel {
    public Closed {
      LoadModel.checkConnections("vus", vus);
      if (ramp.isNegative() || pause.isNegative()) {
        throw new IllegalArgumentException("ramp " + ramp + " or pause " + pause + " is negative");
      }
    }

    public Closed(int vus) {
      this(vus, Duration.ZERO, Duration.ZERO);
    }
  }

  private static void checkConnections(String name, int value) {
    if (value < 1 || value > 50_000) {
      throw new IllegalArgumentException(name + " " + value + " is not in 1..50,000");
    }
  }
}
