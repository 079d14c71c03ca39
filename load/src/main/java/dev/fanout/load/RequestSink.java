package dev.fanout.load;

/** Takes every counted request of a trial, one by one; on a thread of the runner's own. */
public interface RequestSink {
  /**
   * @param template index in the mix
   * @param id the drawn number
   * @param intendedNanos intended start, after the window's start
   * @param sendLagNanos from the intended start to the send
   * @param firstByteNanos from the send; -1 when none came
   * @param endNanos from the send to the last byte, or to the failure
   * @param status 0 when no status line came
   * @param error null when it passed
   */
  void request(
      int template,
      int id,
      long intendedNanos,
      long sendLagNanos,
      long firstByteNanos,
      long endNanos,
      int status,
      @org.jspecify.annotations.Nullable ErrorKind error);
}
