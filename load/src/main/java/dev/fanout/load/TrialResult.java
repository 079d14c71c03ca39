package dev.fanout.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What one trial saw. All counts and histograms are of the requests whose intended start lies in
 * the window; {@code requests = passed + failed() + unstarted + unfinished} holds exactly.
 *
 * <p>Histograms hold nanoseconds at three significant digits (steps of at most 1 µs up to 1 ms) and
 * only requests that passed: a failure is counted, never timed.
 *
 * @param transport {@code epoll} or {@code nio}; results of two transports are not compared
 * @param windowNanos how long the window really was
 * @param requests due in the window: arrivals (open) or sends (closed)
 * @param errors by kind; absent kinds are zero
 * @param errorSamples the first few of each kind
 * @param late sent more than {@link #LATE_NANOS} after the intended start
 * @param unstarted due in the window and never sent
 * @param unfinished sent, and still without answer when the drain ended or the trial was stopped
 * @param meanInFlight requests sent and not yet answered, averaged over the time of the window
 * @param acrossEdges what must be added to {@code meanInFlight} for the requests of the window
 *     alone: their time in flight after its end, less that of the settling's requests within it
 * @param offeredRatePerSecond the model's mean rate in the window (open), else NaN
 * @param achievedRatePerSecond requests sent within the window ÷ window, late ones of the settling
 *     included
 * @param responseTime intended start to last byte
 * @param serviceTime actual send to last byte
 * @param firstByte actual send to first byte
 * @param sendLag intended start to actual send, of all requests sent
 * @param loopLag how late each event loop was for its tick of 10 ms, in the window; two digits
 * @param apis in the order of the mix
 * @param socketsOpened over the whole trial, settling included
 * @param socketsOpenedInWindow of these, how many in the window
 * @param reused requests that were not the first on their connection
 * @param unsolicited connections dropped because bytes came without a request, over the whole trial
 * @param failedNanos time from intended start to failure, summed over the failed requests
 * @param overRange values above the histograms' highest one, recorded as that
 * @param droppedRows counted requests that the {@link RequestSink} was too slow for
 * @param generatorCpuNanos CPU of this process in the window without JIT compiler threads; empty
 *     where the system does not tell
 * @param stopped why the trial ended early; empty when it did not
 */
public record TrialResult(
    String transport,
    long windowNanos,
    long requests,
    long passed,
    Map<ErrorKind, Long> errors,
    List<ErrorSample> errorSamples,
    long late,
    long unstarted,
    long unfinished,
    double meanInFlight,
    double acrossEdges,
    double offeredRatePerSecond,
    double achievedRatePerSecond,
    Histogram responseTime,
    Histogram serviceTime,
    Histogram firstByte,
    Histogram sendLag,
    Histogram loopLag,
    List<ApiResult> apis,
    long socketsOpened,
    long socketsOpenedInWindow,
    long reused,
    long unsolicited,
    long failedNanos,
    long overRange,
    long droppedRows,
    Optional<Long> generatorCpuNanos,
    Optional<StopReason> stopped) {

  /** A request is late when it was sent more than 1 ms after its intended start. */
  public static final long LATE_NANOS = 1_000_000;

  public TrialResult {
    errors = Map.copyOf(errors);
    errorSamples = List.copyOf(errorSamples);
    apis = List.copyOf(apis);
  }

  /**
   * Two parts of one trial as one; means are by time.
   *
   * @param next the later part, of the same mix
   */
  public TrialResult plus(TrialResult next) {
    Map<ErrorKind, Long> allErrors = new EnumMap<>(ErrorKind.class);
    allErrors.putAll(errors);
    next.errors.forEach((kind, count) -> allErrors.merge(kind, count, Long::sum));
    List<ErrorSample> samples = new ArrayList<>(errorSamples);
    samples.addAll(next.errorSamples);
    List<ApiResult> allApis = new ArrayList<>();
    for (int i = 0; i < apis.size(); i++) {
      allApis.add(apis.get(i).plus(next.apis.get(i)));
    }
    return new TrialResult(
        transport,
        windowNanos + next.windowNanos,
        requests + next.requests,
        passed + next.passed,
        allErrors,
        samples,
        late + next.late,
        unstarted + next.unstarted,
        unfinished + next.unfinished,
        meanByTime(meanInFlight, next, next.meanInFlight),
        meanByTime(acrossEdges, next, next.acrossEdges),
        offeredRatePerSecond,
        meanByTime(achievedRatePerSecond, next, next.achievedRatePerSecond),
        sum(responseTime, next.responseTime),
        sum(serviceTime, next.serviceTime),
        sum(firstByte, next.firstByte),
        sum(sendLag, next.sendLag),
        sum(loopLag, next.loopLag),
        allApis,
        socketsOpened + next.socketsOpened,
        socketsOpenedInWindow + next.socketsOpenedInWindow,
        reused + next.reused,
        unsolicited + next.unsolicited,
        failedNanos + next.failedNanos,
        overRange + next.overRange,
        droppedRows + next.droppedRows,
        generatorCpuNanos.flatMap(mine -> next.generatorCpuNanos.map(others -> mine + others)),
        stopped.isPresent() ? stopped : next.stopped);
  }

  private double meanByTime(double mine, TrialResult next, double others) {
    return (mine * windowNanos + others * next.windowNanos) / (windowNanos + next.windowNanos);
  }

  private static Histogram sum(Histogram one, Histogram other) {
    Histogram sum = one.copy();
    sum.add(other);
    return sum;
  }

  public long failed() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }
}
