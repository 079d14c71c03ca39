package dev.fanout.load;

import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;

/**
 * What one event loop records in one interval, or in the whole trial when nobody looks at
 * intervals. A single writer; whoever merges has it alone. All that it holds is a sum over time but
 * for the last fields, which say how things stood at the end.
 */
final class Recorder {
  /** Steps of 512 ns; finer would cost cache for nothing. */
  static final long LOWEST_NANOS = 1_000;

  static final long HIGHEST_NANOS = 600_000_000_000L;
  static final int TRIAL_DIGITS = 3;
  static final int API_DIGITS = 2;
  private static final int HISTOGRAMS = 4;

  final Histogram responseTime = newHistogram();
  final Histogram serviceTime = newHistogram();
  final Histogram firstByte = newHistogram();
  final Histogram sendLag = newHistogram();
  final Histogram loopLag = new Histogram(LOWEST_NANOS, HIGHEST_NANOS, API_DIGITS);
  final AbstractHistogram[] groupResponseTime;
  final long[] groupFailed;
  final long[] errors = new long[ErrorKind.values().length];
  long requests;
  long started;
  long passed;
  long late;
  long reused;
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

  long startNanos;
  long endNanos;
  boolean settling;
  boolean last;
  long pendingAtEnd;
  long waitingAtEnd;
  int usersAtEnd;

  /**
   * @param groups of APIs; 0 when nobody looks at intervals
   */
  Recorder(int groups) {
    groupResponseTime = new AbstractHistogram[groups];
    for (int i = 0; i < groups; i++) {
      groupResponseTime[i] = newApiHistogram();
    }
    groupFailed = new long[groups];
  }

  static Histogram newHistogram() {
    return new Histogram(LOWEST_NANOS, HIGHEST_NANOS, TRIAL_DIGITS);
  }

  static AbstractHistogram newApiHistogram() {
    return new IntCountsHistogram(LOWEST_NANOS, HIGHEST_NANOS, API_DIGITS);
  }

  /** Memory that the histograms of one recorder take. */
  static long footprintBytes(int groups) {
    return HISTOGRAMS * (long) newHistogram().getEstimatedFootprintInBytes()
        + (groups + 2L) * newApiHistogram().getEstimatedFootprintInBytes();
  }

  void sent(long lagNanos) {
    sendLag.recordValue(clamp(lagNanos));
    if (lagNanos > TrialResult.LATE_NANOS) {
      late++;
    }
  }

  /**
   * @param firstByteNanos from the send, as {@code serviceNanos}
   */
  void passed(int group, long responseNanos, long serviceNanos, long firstByteNanos) {
    passed++;
    long response = clamp(responseNanos);
    responseTime.recordValue(response);
    serviceTime.recordValue(clamp(serviceNanos));
    firstByte.recordValue(clamp(firstByteNanos));
    if (groupResponseTime.length > 0) {
      groupResponseTime[group].recordValue(response);
    }
  }

  /**
   * @param group -1 when the request had none yet
   * @param nanos from the intended start to the failure
   */
  void failed(int group, ErrorKind kind, long nanos) {
    failedNanos += nanos;
    errors[kind.ordinal()]++;
    if (group >= 0 && groupFailed.length > 0) {
      groupFailed[group]++;
    }
  }

  long failures() {
    long sum = 0;
    for (long count : errors) {
      sum += count;
    }
    return sum;
  }

  /** Adds the sums; how things stood at the end is left alone. */
  void add(Recorder other) {
    responseTime.add(other.responseTime);
    serviceTime.add(other.serviceTime);
    firstByte.add(other.firstByte);
    sendLag.add(other.sendLag);
    loopLag.add(other.loopLag);
    for (int i = 0; i < groupFailed.length; i++) {
      groupResponseTime[i].add(other.groupResponseTime[i]);
      groupFailed[i] += other.groupFailed[i];
    }
    for (int i = 0; i < errors.length; i++) {
      errors[i] += other.errors[i];
    }
    requests += other.requests;
    started += other.started;
    passed += other.passed;
    late += other.late;
    reused += other.reused;
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

  void reset() {
    responseTime.reset();
    serviceTime.reset();
    firstByte.reset();
    sendLag.reset();
    loopLag.reset();
    for (int i = 0; i < groupFailed.length; i++) {
      groupResponseTime[i].reset();
      groupFailed[i] = 0;
    }
    java.util.Arrays.fill(errors, 0);
    requests = 0;
    started = 0;
    passed = 0;
    late = 0;
    reused = 0;
    unstarted = 0;
    unfinished = 0;
    sentInWindow = 0;
    socketsOpened = 0;
    socketsOpenedInWindow = 0;
    unsolicited = 0;
    overRange = 0;
    inFlightNanos = 0;
    acrossEdgesNanos = 0;
    failedNanos = 0;
  }

  private long clamp(long nanos) {
    if (nanos <= HIGHEST_NANOS) {
      return Math.max(0, nanos);
    }
    overRange++;
    return HIGHEST_NANOS;
  }
}
