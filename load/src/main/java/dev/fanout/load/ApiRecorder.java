package dev.fanout.load;

import org.HdrHistogram.AbstractHistogram;

/** What one event loop records of each API in the whole trial; a single writer. */
final class ApiRecorder {
  final AbstractHistogram[] responseTime;
  final long[] requests;
  final long[] failed;

  ApiRecorder(int apis) {
    responseTime = new AbstractHistogram[apis];
    for (int i = 0; i < apis; i++) {
      responseTime[i] = Recorder.newApiHistogram();
    }
    requests = new long[apis];
    failed = new long[apis];
  }

  static long footprintBytes(int apis) {
    return (long) apis * Recorder.newApiHistogram().getEstimatedFootprintInBytes();
  }

  void passed(int api, long responseNanos) {
    responseTime[api].recordValue(Math.max(0, Math.min(responseNanos, Recorder.HIGHEST_NANOS)));
  }

  void add(ApiRecorder other) {
    for (int i = 0; i < requests.length; i++) {
      responseTime[i].add(other.responseTime[i]);
      requests[i] += other.requests[i];
      failed[i] += other.failed[i];
    }
  }
}
