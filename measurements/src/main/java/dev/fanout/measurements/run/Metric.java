package dev.fanout.measurements.run;

/** What a row compares. The scale says how a row's difference and its margin are to be read. */
public enum Metric {
  P50(Scale.NANOS, 1),
  P95(Scale.NANOS, 1_000),
  P99(Scale.NANOS, 5_000),
  /** Gateway CPU time of the trial over its requests; compared as a ratio. */
  CPU_PER_REQUEST(Scale.RATIO, 1),
  /** Only for the closed model, where it is mean latency seen from the other side. */
  THROUGHPUT(Scale.RATIO, 1),
  /** Failed requests over all requests, stages pooled. */
  ERRORS(Scale.SHARE, 1);

  /** Units of a row's margin and difference. */
  public enum Scale {
    /** Difference and margin in nanoseconds. */
    NANOS,
    /** Difference ln(A/B); margin a fraction m, compared as ln(1 + m). */
    RATIO,
    /** Difference and margin as a fraction of requests: 0.001 is 0.1 points. */
    SHARE
  }

  private final Scale scale;
  private final long minimumRequests;

  Metric(Scale scale, long minimumRequests) {
    this.scale = scale;
    this.minimumRequests = minimumRequests;
  }

  public Scale scale() {
    return scale;
  }

  /** A trial with fewer requests has no value for this metric. */
  public long minimumRequests() {
    return minimumRequests;
  }

  public boolean latency() {
    return scale == Scale.NANOS;
  }
}
