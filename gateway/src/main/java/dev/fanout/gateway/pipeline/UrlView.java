package dev.fanout.gateway.pipeline;

import dev.fanout.policies.context.ApimUrl;
import java.util.Objects;

/** A URL as expressions see it. */
record UrlView(String scheme, String host, int port, String path, String queryString)
    implements ApimUrl {
  UrlView {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(queryString, "queryString");
  }

  /** Of an authority such as a Host header; a port that cannot be read is the scheme's own. */
  static UrlView of(String scheme, String authority, String path, String queryString) {
    int defaultPort = scheme.equals("https") ? 443 : 80;
    int colon = authority.lastIndexOf(':');
    if (colon < 0 || authority.endsWith("]")) {
      return new UrlView(scheme, authority, defaultPort, path, queryString);
    }
    int port = 0;
    for (int i = colon + 1; i < authority.length() && port <= 65_535; i++) {
      char c = authority.charAt(i);
      port = c >= '0' && c <= '9' ? port * 10 + (c - '0') : 65_536;
    }
    boolean valid = port >= 1 && port <= 65_535;
    return new UrlView(
        scheme, authority.substring(0, colon), valid ? port : defaultPort, path, queryString);
  }

  @Override
  public String toString() {
    return text();
  }
}
