package dev.fanout.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a result of what was recorded. */
final class TrialSummary {
  private TrialSummary() {}

  static TrialResult of(
      String transport,
      TrialScript script,
      Failures failures,
      Recorder total,
      ApiRecorder apis,
      long windowNanos,
      Optional<Long> cpuNanos,
      long droppedRows) {
    double windowSeconds = windowNanos / 1e9;
    boolean open = script.plan.model() instanceof LoadModel.Open;
    return new TrialResult(
        transport,
        windowNanos,
        total.requests,
        total.passed,
        Counts.errors(total.errors),
        failures.samples(),
        total.late,
        total.unstarted,
        total.unfinished,
        windowNanos == 0 ? 0 : total.inFlightNanos / windowNanos,
        windowNanos == 0 ? 0 : total.acrossEdgesNanos / windowNanos,
        open ? ((LoadModel.Open) script.plan.model()).meanRatePerSecond() : Double.NaN,
        windowNanos == 0 ? 0 : total.sentInWindow / windowSeconds,
        total.responseTime,
        total.serviceTime,
        total.firstByte,
        total.sendLag,
        total.loopLag,
        apis(script, apis),
        total.socketsOpened,
        total.socketsOpenedInWindow,
        total.reused,
        total.unsolicited,
        total.failedNanos,
        total.overRange,
        droppedRows,
        cpuNanos,
        Optional.ofNullable(failures.stopped()));
  }

  private static List<ApiResult> apis(TrialScript script, ApiRecorder total) {
    List<ApiResult> apis = new ArrayList<>();
    for (int i = 0; i < script.apiIds.size(); i++) {
      apis.add(
          new ApiResult(
              script.apiIds.get(i),
              total.requests[i],
              total.responseTime[i].getTotalCount(),
              total.failed[i],
              total.responseTime[i]));
    }
    return apis;
  }
}
