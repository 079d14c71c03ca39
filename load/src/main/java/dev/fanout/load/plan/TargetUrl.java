package dev.fanout.load.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A URL as a user writes it: where connections go, and what stands in front of every path.
 *
 * @param base scheme, host and port
 * @param path path and query as written, with holes; empty, or with a leading slash
 */
public record TargetUrl(URI base, String path) {

  /**
   * @throws IllegalArgumentException with a text for users
   */
  public static TargetUrl parse(String text) {
    int scheme = text.indexOf("://");
    String name = scheme < 0 ? "" : text.substring(0, scheme).toLowerCase(Locale.ROOT);
    if (!name.equals("http") && !name.equals("https")) {
      throw new IllegalArgumentException("'" + text + "' does not begin with http:// or https://");
    }
    int end = scheme + 3;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String rest = text.substring(end);
    if (rest.indexOf('#') >= 0) {
      throw new IllegalArgumentException("'" + text + "' has a fragment, which no server sees");
    }
    try {
      URI base = new URI(name + text.substring(scheme, end));
      if (base.getHost() == null || base.getUserInfo() != null) {
        throw new IllegalArgumentException(
            "'" + base + "' is not a host with an optional port (and without a user)");
      }
      return new TargetUrl(base, rest.startsWith("?") ? "/" + rest : rest);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "'" + text.substring(0, end) + "' is not a host with an optional port", e);
    }
  }

  /** The path as a prefix of others: without a slash at its end. */
  public String prefix() {
    if (path.indexOf('?') >= 0) {
      throw new IllegalArgumentException("the query of '" + path + "' cannot stand before a path");
    }
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
