package dev.fanout.gateway.http;

import dev.fanout.gateway.http.internal.Ascii;
import java.time.Duration;
import java.util.Objects;

/**
 * A request to send upstream.
 *
 * @param entityId the Backend entity, for {@link PoolModel#PER_ENTITY}; any constant without one
 * @param rawTarget origin-form, byte for byte as ISO-8859-1
 * @param headers end-to-end headers; hop-by-hop ones, Expect and framing are dropped on sending,
 *     and Host is taken from {@code authority} unless it is among them. Not changed, not copied:
 *     the caller leaves them alone until the call ends
 * @param responseTimeout until the response's head is there, from the moment of {@link
 *     UpstreamPools#send}
 */
public record UpstreamRequest(
    String entityId,
    UpstreamAuthority authority,
    String method,
    String rawTarget,
    HttpHeaders headers,
    OutgoingBody body,
    Duration responseTimeout) {
  public UpstreamRequest {
    Objects.requireNonNull(entityId, "entityId");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
    if (!Ascii.isToken(method)) {
      throw new IllegalArgumentException("method '" + method + "' is not a token");
    }
    if (!Ascii.isTarget(rawTarget) || rawTarget.charAt(0) != '/') {
      throw new IllegalArgumentException("'" + rawTarget + "' is not an origin-form target");
    }
    if (responseTimeout.isNegative() || responseTimeout.isZero()) {
      throw new IllegalArgumentException("response timeout " + responseTimeout + " is not > 0");
    }
  }
}
