package dev.fanout.load;

/** Why a request failed; each failed request is counted under exactly one. */
public enum ErrorKind {
  /** No connection: refused, unreachable or too slow to open. */
  CONNECT,
  /**
   * A connection, but no agreement on TLS: a certificate that is not trusted, no common version.
   */
  TLS,
  /** The connection ended before the response's head was whole, or was reset at any time. */
  RESET,
  /** No whole response within the request timeout. */
  TIMEOUT,
  /** What came is not an HTTP/1.1 response. */
  PROTOCOL,
  /** A whole response with another status than the template allows. */
  STATUS,
  /** A whole response with the right status that fails the body check. */
  BODY,
  /** The peer closed in good order within a body, before its stated end. */
  TRUNCATED
}
