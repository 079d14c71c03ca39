package dev.fanout.load;

/** Memory that a trial takes for what it records and sends, before it is taken. */
final class Footprint {
  /** Of histograms, request buffers and, where asked for, blocks of request rows. */
  static final long MOST_BYTES = 256L << 20;

  /** A response parser, a Netty channel with its pipeline, and the rest of a slot; measured. */
  private static final long BYTES_PER_CONNECTION = 6 * 1024;

  private Footprint() {}

  static long bytes(TrialScript script, int loops, TrialRecording recording) {
    int apis = script.apiIds.size();
    boolean intervals = recording.intervals().isPresent();
    int groups = intervals ? script.groups.names.size() : 0;
    int recorders = loops + (intervals ? IntervalCollector.recorders(loops) : 0);
    long rows = recording.requests().isPresent() ? loops * RequestRows.FOOTPRINT_BYTES : 0;
    return recorders * Recorder.footprintBytes(groups)
        + loops * ApiRecorder.footprintBytes(apis)
        + script.connections() * (BYTES_PER_CONNECTION + script.maxRequestBytes)
        + rows;
  }

  /**
   * @throws IllegalArgumentException when it is more than there may be
   */
  static void check(TrialScript script, int loops, TrialRecording recording) {
    long bytes = bytes(script, loops, recording);
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "histograms of "
              + script.apiIds.size()
              + " APIs on "
              + loops
              + " event loops and buffers of "
              + script.connections()
              + " connections would take "
              + (bytes >> 20)
              + " MiB, more than "
              + (MOST_BYTES >> 20));
    }
  }
}
