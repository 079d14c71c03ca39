package dev.fanout.policies.eval;

import dev.fanout.policies.context.ApimUrl;
import java.util.Locale;

/** {@code scheme://host[:port][/path][?query]}, nothing decoded. */
record TextUrl(String scheme, String host, int port, String path, String queryString)
    implements ApimUrl {
  /**
   * @throws IllegalArgumentException for another shape
   */
  static TextUrl parse(String text) {
    int colon = text.indexOf("://");
    if (colon < 1 || text.indexOf('#') >= 0) {
      throw new IllegalArgumentException("not an absolute URL");
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    int query = text.indexOf('?', colon);
    int end = query < 0 ? text.length() : query;
    int slash = text.indexOf('/', colon + 3);
    int authorityEnd = slash < 0 || slash > end ? end : slash;
    String authority = text.substring(colon + 3, authorityEnd);
    int portColon = authority.lastIndexOf(':');
    boolean hasPort = portColon >= 0 && portColon > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, portColon) : authority;
    if (host.isEmpty()) {
      throw new IllegalArgumentException("a URL without a host");
    }
    String path = text.substring(authorityEnd, end);
    return new TextUrl(
        scheme,
        host,
        hasPort ? port(authority.substring(portColon + 1)) : defaultPort(scheme),
        path.isEmpty() ? "/" : path,
        end + 1 >= text.length() ? "" : text.substring(end));
  }

  private static int port(String digits) {
    int port = Integer.parseInt(digits);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port);
    }
    return port;
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") || scheme.equals("wss") ? 443 : 80;
  }
}
