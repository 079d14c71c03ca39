package dev.fanout.expressions.runtime;

/**
 * An absolute URI, escaped and canonical.
 *
 * @param scheme in small letters
 * @param hasAuthority does {@code //} stand behind the scheme?
 * @param host in small letters; IPv6 in brackets; empty without one
 * @param port the scheme's own where none is written; -1 where it has none
 * @param query with its question mark, or empty
 * @param fragment with its number sign, or empty
 */
record UriParts(
    String scheme,
    boolean hasAuthority,
    String userInfo,
    String host,
    int port,
    String path,
    String query,
    String fragment) {

  String authority() {
    return host + (port == UriParser.defaultPort(scheme) || port < 0 ? "" : ":" + port);
  }

  /** All in front of the path. */
  String start() {
    return scheme
        + (hasAuthority ? "://" : ":")
        + (userInfo.isEmpty() ? "" : userInfo + "@")
        + (hasAuthority ? authority() : "");
  }

  String text() {
    return start() + path + query + fragment;
  }
}
