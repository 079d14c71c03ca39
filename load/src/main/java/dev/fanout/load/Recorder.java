package dev.fanout.load;

import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;

/** What one event loop records in one trial; a single writer, merged when the trial is over. */
final class Recorder {
  /** Steps of 512 ns; finer would cost cache for nothing. */
  static final long LOWEST_NANOS = 1_000;

  static final long HIGHEST_NANOS = 600_000_000_000L;
  static final int TRIAL_DIGITS = 3;
  static final int API_DIGITS = 2;

  final Histogram responseTime = newHistogram();
  final Histogram serviceTime = newHistogram();
  final Histogram sendLag = newHistogram();
  final AbstractHistogram[] apiResponseTime;
  final long[] apiRequests;
  final long[] apiFailed;
  final long[] errors = new long[ErrorKind.values().length];
  long requests;
  long passed;
  long late;
  long unstarted;
  long unfinished;
  long sentInWindow;
  long socketsOpened;
  long socketsOpenedInWindow;
  long unsolicited;
  long overRange;
  double inFlightNanos;
  double acrossEdgesNanos;
  long failedNanos;

  Recorder(int apis) {
    apiResponseTime = new AbstractHistogram[apis];
    for (int i = 0; i < apis; i++) {
      apiResponseTime[i] = newApiHistogram();
    }
    apiRequests = new long[apis];
    apiFailed = new long[apis];
  }

  static Histogram newHistogram() {
    return new Histogram(LOWEST_NANOS, HIGHEST_NANOS, TRIAL_DIGITS);
  }

  private static AbstractHistogram newApiHistogram() {
    return new IntCountsHistogram(LOWEST_NANOS, HIGHEST_NANOS, API_DIGITS);
  }

  /** Memory that the histograms of one loop take. */
  static long footprintBytes(int apis) {
    return 3L * newHistogram().getEstimatedFootprintInBytes()
        + (long) apis * newApiHistogram().getEstimatedFootprintInBytes();
  }

  void sent(long lagNanos) {
    sendLag.recordValue(clamp(lagNanos));
    if (lagNanos > TrialResult.LATE_NANOS) {
      late++;
    }
  }

  void passed(int api, long responseNanos, long serviceNanos) {
    passed++;
    long response = clamp(responseNanos);
    responseTime.recordValue(response);
    serviceTime.recordValue(clamp(serviceNanos));
    apiResponseTime[api].recordValue(response);
  }

  /**
   * @param api -1 when the request had none yet
   * @param nanos from the intended start to the failure
   */
  void failed(int api, ErrorKind kind, long nanos) {
    failedNanos += nanos;
    errors[kind.ordinal()]++;
    if (api >= 0) {
      apiFailed[api]++;
    }
  }

  void add(Recorder other) {
    responseTime.add(other.responseTime);
    serviceTime.add(other.serviceTime);
    sendLag.add(other.sendLag);
    for (int i = 0; i < apiRequests.length; i++) {
      apiResponseTime[i].add(other.apiResponseTime[i]);
      apiRequests[i] += other.apiRequests[i];
      apiFailed[i] += other.apiFailed[i];
    }
    for (int i = 0; i < errors.length; i++) {
      errors[i] += other.errors[i];
    }
    requests += other.requests;
    passed += other.passed;
    late += other.late;
    unstarted += other.unstarted;
    unfinished += other.unfinished;
    sentInWindow += other.sentInWindow;
    socketsOpened += other.socketsOpened;
    socketsOpenedInWindow += other.socketsOpenedInWindow;
    unsolicited += other.unsolicited;
    overRange += other.overRange;
    inFlightNanos += other.inFlightNanos;
    acrossEdgesNanos += other.acrossEdgesNanos;
    failedNanos += other.failedNanos;
  }

  private long clamp(long nanos) {
    if (nanos <= HIGHEST_NANOS) {
      return Math.max(0, nanos);
    }
    overRange++;
    return HIGHEST_NANOS;
  }
}
