package dev.fanout.verdict;

/**
 * Requests of one variant, stages pooled.
 *
 * @param trialsWithErrors trials in which one request or more failed
 * @param inFlightNanos mean in flight times window, summed over the trials
 * @param windowNanos windows summed
 */
public record ErrorTally(
    long requests, long failed, int trialsWithErrors, double inFlightNanos, double windowNanos) {
  static final ErrorTally NONE = new ErrorTally(0, 0, 0, 0, 0);

  public ErrorTally {
    if (failed < 0 || failed > requests || trialsWithErrors < 0) {
      throw new IllegalArgumentException(failed + " of " + requests + " requests failed");
    }
  }

  ErrorTally plus(ErrorTally other) {
    return new ErrorTally(
        requests + other.requests,
        failed + other.failed,
        trialsWithErrors + other.trialsWithErrors,
        inFlightNanos + other.inFlightNanos,
        windowNanos + other.windowNanos);
  }

  double share() {
    return requests == 0 ? Double.NaN : (double) failed / requests;
  }

  /**
   * c: failures come in bursts, since one incident takes all that is in flight; so that many
   * requests count as one event. max(mean in flight, failures ÷ trials with failures, 1)
   * (methodology, part 4, "Errors").
   */
  double burst() {
    double inFlight = windowNanos > 0 ? inFlightNanos / windowNanos : 0;
    double perTrial = trialsWithErrors > 0 ? (double) failed / trialsWithErrors : 0;
    return Math.max(Math.max(inFlight, perTrial), 1);
  }

  /** U: the Clopper–Pearson bound at 1 − alpha for ⌈x ÷ c⌉ of ⌊N ÷ c⌋. */
  double upperBound(double alpha) {
    double burst = burst();
    long trials = (long) Math.floor(requests / burst);
    long events = Math.min((long) Math.ceil(failed / burst), trials);
    return ClopperPearson.upper(events, trials, alpha);
  }
}
