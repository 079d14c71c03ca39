package dev.fanout.gateway.trace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request as it would have gone upstream.
 *
 * @param url scheme, authority, path and query
 * @param host the Host field
 * @param headers end-to-end headers in order, without Host; credentials of the entity are among
 *     them with their values
 * @param entityId the Backend entity, if one was chosen
 * @param credentials names of what the entity added, never values: {@code header x-key}
 */
public record TracedCall(
    String method,
    String url,
    String host,
    List<Map.Entry<String, String>> headers,
    int bodyBytes,
    Optional<String> entityId,
    List<String> credentials,
    Duration timeout) {
  public TracedCall {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(entityId, "entityId");
    Objects.requireNonNull(timeout, "timeout");
    headers = List.copyOf(headers);
    credentials = List.copyOf(credentials);
  }

  /** Without header values, which may be secret. */
  @Override
  public String toString() {
    return method + " " + url;
  }
}
