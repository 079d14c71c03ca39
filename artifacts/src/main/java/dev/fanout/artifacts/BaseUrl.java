package dev.fanout.artifacts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an API's web service URL, a Backend entity or a {@code base-url} says: where to connect and
 * which path stays in front of every request.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower case; an IPv6 address is in brackets
 * @param port 1..65535, the scheme's own when the URL has none
 * @param authority as it was written, for the {@code Host} header
 * @param path as it was written, maybe empty, maybe with a trailing slash
 */
public record BaseUrl(String scheme, String host, int port, String authority, String path) {
  public BaseUrl {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(path, "path");
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("scheme '" + scheme + "' is not http or https");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not in 1..65535");
    }
  }

  /**
   * Takes an absolute http(s) URL apart.
   *
   * @throws IllegalArgumentException with a text for users when it is none, or has user info, a
   *     query or a fragment
   */
  public static BaseUrl parse(String url) {
    int schemeEnd = url.indexOf("://");
    if (schemeEnd < 0) {
      throw new IllegalArgumentException(
          "'" + shown(url) + "' is not an absolute http or https URL");
    }
    String scheme = url.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
    String rest = url.substring(schemeEnd + 3);
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "" : rest.substring(slash);
    if (rest.indexOf('?') >= 0 || rest.indexOf('#') >= 0) {
      throw new IllegalArgumentException(
          "base URL '" + shown(url) + "' has a query or a fragment after it");
    }
    String host = host(authority);
    if (host == null) {
      throw new IllegalArgumentException(
          "base URL '" + shown(url) + "' has no host, or something before it");
    }
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']') && colon + 1 < authority.length();
    int port =
        hasPort
            ? Integer.parseInt(authority.substring(colon + 1))
            : scheme.equals("https") ? 443 : 80;
    return new BaseUrl(scheme, host, port, authority, path);
  }

  private static @Nullable String host(String authority) {
    try {
      URI parsed = new URI("http://" + authority);
      return parsed.getHost() == null || parsed.getUserInfo() != null
          ? null
          : parsed.getHost().toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Without what may be a secret: user info, query, fragment. */
  private static String shown(String url) {
    String plain = url.replaceAll("[?#].*", "");
    return plain.replaceAll("//[^/]*@", "//");
  }

  @Override
  public String toString() {
    return scheme + "://" + authority + path;
  }
}
