package dev.fanout.load;

import java.util.EnumMap;
import java.util.Map;

/**
 * Requests of the window over some time.
 *
 * @param due arrivals (open model) or sends (closed)
 * @param started sent, or given up for want of a connection
 * @param errors failed requests by kind; absent kinds are zero
 */
public record Counts(long due, long started, long passed, Map<ErrorKind, Long> errors) {
  static final Counts NONE = new Counts(0, 0, 0, Map.of());

  public Counts {
    errors = Map.copyOf(errors);
  }

  static Counts of(Recorder recorder) {
    return new Counts(
        recorder.requests, recorder.started, recorder.passed, errors(recorder.errors));
  }

  static Map<ErrorKind, Long> errors(long[] counts) {
    Map<ErrorKind, Long> errors = new EnumMap<>(ErrorKind.class);
    for (ErrorKind kind : ErrorKind.values()) {
      if (counts[kind.ordinal()] > 0) {
        errors.put(kind, counts[kind.ordinal()]);
      }
    }
    return errors;
  }

  public long failed() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }
}
