package dev.fanout.measurements.run;

/** Names under which failed requests are counted. */
public enum ErrorKind {
  CONNECT,
  TLS,
  RESET,
  TIMEOUT,
  PROTOCOL,
  STATUS,
  /** A complete answer with another body than the expected one. */
  BODY,
  /** An answer that ended before its length. */
  TRUNCATED;

  /** Whether an answer came that was wrong, as against none or a refusal. */
  public boolean wrongAnswer() {
    return this == BODY || this == TRUNCATED;
  }
}
