package dev.fanout.functionapp;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.net.URI;
import java.util.Optional;

/**
 * Path and query as they were received, nothing decoded.
 *
 * @param path with its leading slash and the route prefix
 * @param query without the question mark; null when there was none, empty when nothing followed it
 */
record RequestTarget(String path, String query) {
  /**
   * The target before anything is decoded. App Service's front end is said to set it (not
   * documented, not confirmed on Flex Consumption); the local host does. {@link
   * HttpRequestMessage#getUri} cannot hold every target: java.net.URI refuses some characters that
   * HTTP peers do send.
   */
  static final String UNENCODED_URL = "x-waws-unencoded-url";

  static RequestTarget of(HttpRequestMessage<?> request) {
    String raw = request.getHeaders().get(UNENCODED_URL);
    if (raw != null && raw.startsWith("/")) {
      int mark = raw.indexOf('?');
      return mark < 0
          ? new RequestTarget(raw, null)
          : new RequestTarget(raw.substring(0, mark), raw.substring(mark + 1));
    }
    URI uri = request.getUri();
    return new RequestTarget(uri.getRawPath(), uri.getRawQuery());
  }

  /** First value of a parameter of the echo's own, as it stands. */
  Optional<String> parameter(String name) {
    if (query == null || !query.contains(name)) {
      return Optional.empty();
    }
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(pair.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  boolean asksFor(String name) {
    return parameter(name).filter("true"::equals).isPresent();
  }
}
