package dev.fanout.gateway.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request before its body. The target is what the client sent, byte for byte as ISO-8859-1:
 * nothing is decoded, collapsed or lower-cased.
 *
 * @param rawTarget in origin-form ({@code /path?query}), absolute-form, or {@code *}
 * @param authority {@code host[:port]} of an absolute-form target, else the Host field; empty for
 *     an HTTP/1.0 request without one
 * @param path the target's path: starts with a slash, or is {@code *}
 * @param query what follows the first question mark, without it; null without question mark, which
 *     differs from an empty query
 * @param headers the exchange's own copy; the handler may change it
 */
public record RequestHead(
    String method,
    String rawTarget,
    String authority,
    String path,
    @Nullable String query,
    HttpVersion version,
    HttpHeaders headers) {
  public RequestHead {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(rawTarget, "rawTarget");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(headers, "headers");
  }

  /** Path and query as they go into an origin-form target. */
  public String pathAndQuery() {
    return query == null ? path : path + '?' + query;
  }
}
