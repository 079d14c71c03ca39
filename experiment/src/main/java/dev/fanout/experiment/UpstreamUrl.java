package dev.fanout.experiment;

/** Takes a traced URL apart; its bytes stay as they are, so that {@code java.net.URI} cannot. */
final class UpstreamUrl {
  private UpstreamUrl() {}

  /** {@code http}. */
  static String scheme(String url) {
    return url.substring(0, Math.max(0, url.indexOf("://")));
  }

  /** Path and query, at least {@code /}. */
  static String target(String url) {
    int authority = url.indexOf("://") + 3;
    for (int i = authority; i < url.length(); i++) {
      if (url.charAt(i) == '/') {
        return url.substring(i);
      }
      if (url.charAt(i) == '?') {
        return "/" + url.substring(i);
      }
    }
    return "/";
  }

  /** Scheme, path and query: what must be the same for a fair comparison. */
  static boolean sameButForHost(String a, String b) {
    return scheme(a).equals(scheme(b)) && target(a).equals(target(b));
  }
}
