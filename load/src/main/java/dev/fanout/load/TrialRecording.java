package dev.fanout.load;

import java.util.Optional;

/**
 * Who wants more of a trial than its result.
 *
 * @param requests each request; those that it is too slow for are dropped and counted
 */
public record TrialRecording(Optional<IntervalSink> intervals, Optional<RequestSink> requests) {
  /** Nobody. */
  public static final TrialRecording NONE = new TrialRecording(Optional.empty(), Optional.empty());

  public static TrialRecording intervals(IntervalSink sink) {
    return new TrialRecording(Optional.of(sink), Optional.empty());
  }
}
