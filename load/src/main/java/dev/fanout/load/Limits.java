package dev.fanout.load;

import java.time.Duration;

/**
 * When the runner gives up.
 *
 * @param connectTimeout for opening one connection, and again for its TLS handshake
 * @param requestTimeout from the actual send to the last byte; found within 10 ms
 * @param drain how long after the window the runner waits for answers to the window's requests
 * @param consecutiveFailures so many failures without a success between them end the trial. A
 *     refused connection ends it at once
 * @param stopErrorShare a larger share of failures, from the trial's start on, ends the trial; 1
 *     for never. The share is of at least 500 requests, so that the first failure ends none
 */
public record Limits(
    Duration connectTimeout,
    Duration requestTimeout,
    Duration drain,
    int consecutiveFailures,
    double stopErrorShare) {

  /** 2 s to connect, 5 s to answer, 5 s to drain, 200 failures in a row. */
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), 200);

  public Limits {
    checkTime("connectTimeout", connectTimeout);
    checkTime("requestTimeout", requestTimeout);
    checkTime("drain", drain);
    if (consecutiveFailures < 1) {
      throw new IllegalArgumentException(
          "consecutiveFailures " + consecutiveFailures + " is not at least 1");
    }
    if (!(stopErrorShare >= 0 && stopErrorShare <= 1)) {
      throw new IllegalArgumentException("stopErrorShare " + stopErrorShare + " is not in 0..1");
    }
  }

  /** Whatever the share of failures. */
  public Limits(
      Duration connectTimeout, Duration requestTimeout, Duration drain, int consecutiveFailures) {
    this(connectTimeout, requestTimeout, drain, consecutiveFailures, 1);
  }

  public Limits withStopErrorShare(double share) {
    return new Limits(connectTimeout, requestTimeout, drain, consecutiveFailures, share);
  }

  private static void checkTime(String name, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(name + " " + value + " is not in 1 ms..1 min");
    }
  }
}
