package dev.fanout.gateway.http;

/** Why a body is not whole. */
public enum BodyFailure {
  /** The peer closed its connection within the body. */
  TRUNCATED,
  /** Bad chunk framing. */
  MALFORMED,
  /** Longer than the server's limit, or than that of {@link IncomingBody#aggregate}. */
  TOO_LARGE,
  /** The peer sent nothing for too long. */
  TIMEOUT
}
