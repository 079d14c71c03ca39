package dev.fanout.gateway.http;

import java.util.Objects;

/**
 * Why there is no response.
 *
 * @param message one sentence with the authority; no header, query or body
 */
public record UpstreamFailure(Kind kind, String message) {
  public UpstreamFailure {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }

  /** The kinds that a gateway answers differently. */
  public enum Kind {
    /** No connection: refused, unreachable, unknown host, TLS handshake, connect timeout. */
    CONNECT,
    /** The connection was closed before the response's head. */
    RESET,
    /** No response head in time. */
    TIMEOUT,
    /** The pool is at its limit and no connection came free in time. */
    POOL_EXHAUSTED,
    /** The response is not HTTP/1.x, or its framing is ambiguous. */
    PROTOCOL,
    /** The request's own body failed while it was sent. */
    REQUEST_BODY
  }
}
