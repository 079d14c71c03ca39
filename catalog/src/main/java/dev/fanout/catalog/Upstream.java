package dev.fanout.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/**
 * The one server that all APIs of a catalog lead to.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host with an optional port, as it stands in a URL
 * @param basePath in front of every path that is sent there: empty, or with a leading and without a
 *     trailing slash
 */
public record Upstream(String scheme, String authority, String basePath) {
  public Upstream {
    Objects.requireNonNull(authority, "authority");
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("scheme '" + scheme + "' is not http or https");
    }
    if (!isAuthority(authority)) {
      throw new IllegalArgumentException(
          "authority '" + authority + "' is not a host with an optional port");
    }
    if (!UrlPaths.isPrefix(basePath)) {
      throw new IllegalArgumentException(
          "base path '"
              + basePath
              + "' is neither empty nor a path with a leading and without a trailing slash");
    }
  }

  /**
   * From {@code http://host:7071/api/echo}; a trailing slash is dropped.
   *
   * @throws IllegalArgumentException with a text for users when it is no absolute http(s) URL, or
   *     has user info, a query or a fragment
   */
  public static Upstream of(String url) {
    int schemeEnd = url.indexOf("://");
    if (schemeEnd < 0) {
      throw new IllegalArgumentException(
          "'" + url + "' is not an absolute URL like https://host/base");
    }
    if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
      throw new IllegalArgumentException("'" + url + "' has a query or a fragment");
    }
    String rest = url.substring(schemeEnd + 3);
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "" : rest.substring(slash);
    return new Upstream(url.substring(0, schemeEnd), authority, UrlPaths.withoutTrailing(path));
  }

  /** {@code scheme://authority}, without any path. */
  public String origin() {
    return scheme + "://" + authority;
  }

  /** {@code scheme://authority/base}, without a trailing slash. */
  public String url() {
    return origin() + basePath;
  }

  @Override
  public String toString() {
    return url();
  }

  private static boolean isAuthority(String authority) {
    if (authority.indexOf('@') >= 0) {
      return false;
    }
    try {
      return new URI("http://" + authority).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
