package dev.fanout.load;

/** Who sends when; one for each load model. Called on the loop only. */
interface Arrivals {
  int connectionsAtStart();

  void begin(long start, long windowStart, long windowEnd);

  /** Long.MAX_VALUE when nothing will be due without an event. */
  long nextDueNanos();

  /** Counts what is due and sends it. */
  void due(long now);

  /** Counts what is due. */
  void note(long now);

  /** The slot has got a connection; before {@link #begin} at the trial's start. */
  void opened(Slot slot, long now);

  /** The slot's request is over, its connection stands. */
  void ready(Slot slot, long now);

  /** The slot's request is over and its connection too. */
  void lost(Slot slot, long now);

  void closedWhileIdle(Slot slot);

  /** Opening took too long, or its handshake failed. */
  void notOpened(Slot slot, ErrorKind kind, long now);

  /** Whether requests of the window are still to be sent, due or not. */
  boolean hasCountedLeft();

  /** Requests of the window that are due and not sent. */
  long countedWaiting();

  /** Virtual users that have started and not left; 0 in a model without. */
  int users();
}
