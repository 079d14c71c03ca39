package dev.fanout.load;

/**
 * One event loop's account of its requests. Only requests whose intended start lies in the window
 * count; the others are told apart here and kept out.
 */
final class Tally {
  private final TrialScript script;
  final ApiRecorder apis;
  private Recorder recorder;
  private long windowStart = Long.MAX_VALUE;
  private long windowEnd = Long.MAX_VALUE;
  private long lastChange;
  private int inFlight;
  private int pending;
  private int consecutiveFailures;
  private long finishedAtAll;
  private long failedAtAll;

  Tally(TrialScript script, Recorder first) {
    this.script = script;
    this.apis = new ApiRecorder(script.apiIds.size());
    this.recorder = first;
  }

  void begin(long start, long windowStart, long windowEnd) {
    this.windowStart = windowStart;
    this.windowEnd = windowEnd;
    this.lastChange = start;
    recorder.startNanos = start;
  }

  Recorder recorder() {
    return recorder;
  }

  /** Goes on with another recorder; the filled one is no longer touched. */
  Recorder turnTo(Recorder next, long now, long waiting, int users) {
    Recorder filled = recorder;
    recorder = next;
    next.startNanos = now;
    close(filled, now, waiting, users);
    return filled;
  }

  void close(Recorder filled, long now, long waiting, int users) {
    filled.endNanos = now;
    filled.pendingAtEnd = pending;
    filled.waitingAtEnd = waiting;
    filled.usersAtEnd = users;
  }

  boolean isInWindow(long nanos) {
    return nanos >= windowStart && nanos < windowEnd;
  }

  /** Requests of the window that were sent and are not over. */
  int pending() {
    return pending;
  }

  int consecutiveFailures() {
    return consecutiveFailures;
  }

  long failedAtAll() {
    return failedAtAll;
  }

  long finishedAtAll() {
    return finishedAtAll;
  }

  /** The slot's draws and times are set. */
  void sent(Slot slot) {
    long now = slot.sentNanos;
    slot.counted = isInWindow(slot.intendedNanos);
    advanceTo(now);
    inFlight++;
    if (slot.counted) {
      pending++;
      recorder.started++;
      recorder.reused += slot.exchanges > 0 ? 1 : 0;
      apis.requests[script.apiOfTemplate[slot.template]]++;
      recorder.sent(now - slot.intendedNanos);
    }
    if (isInWindow(now)) {
      recorder.sentInWindow++;
    }
  }

  /** A request that never got a connection counts as if it had been sent. */
  void notSent(Slot slot, long now) {
    slot.counted = isInWindow(slot.intendedNanos);
    slot.sentNanos = now;
    advanceTo(now);
    inFlight++;
    if (slot.counted) {
      pending++;
      recorder.started++;
    }
  }

  void passed(Slot slot, long now) {
    consecutiveFailures = 0;
    leave(slot, now);
    if (slot.counted) {
      int api = script.apiOfTemplate[slot.template];
      long response = now - slot.intendedNanos;
      recorder.passed(
          script.groups.groupOfApi[api],
          response,
          now - slot.sentNanos,
          slot.firstByteNanos - slot.sentNanos);
      apis.passed(api, response);
    }
  }

  /**
   * @param sent whether the request has got a connection, and so an API
   */
  void failed(Slot slot, ErrorKind kind, boolean sent, long now) {
    consecutiveFailures++;
    failedAtAll++;
    leave(slot, now);
    if (slot.counted) {
      int api = script.apiOfTemplate[slot.template];
      recorder.failed(sent ? script.groups.groupOfApi[api] : -1, kind, now - slot.intendedNanos);
      apis.failed[api] += sent ? 1 : 0;
    }
  }

  void opened(long now) {
    recorder.socketsOpened++;
    if (isInWindow(now)) {
      recorder.socketsOpenedInWindow++;
    }
  }

  /** The sum of requests in flight over time. */
  void advanceTo(long now) {
    long from = Math.max(lastChange, windowStart);
    long to = Math.min(now, windowEnd);
    if (to > from) {
      recorder.inFlightNanos += (double) inFlight * (to - from);
    }
    lastChange = now;
  }

  private void leave(Slot slot, long now) {
    finishedAtAll++;
    advanceTo(now);
    inFlight--;
    if (slot.counted) {
      pending--;
      recorder.acrossEdgesNanos += Math.max(0, now - Math.max(slot.sentNanos, windowEnd));
    } else {
      long from = Math.max(slot.sentNanos, windowStart);
      recorder.acrossEdgesNanos -= Math.max(0, Math.min(now, windowEnd) - from);
    }
  }
}
