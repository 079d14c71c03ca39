package dev.fanout.experiment;

/** Takes a traced URL apart; its bytes stay as they are, so that {@code java.net.URI} cannot. */
final class UpstreamUrl {
  private UpstreamUrl() {}

  /** {@code http}. */
  static String scheme(String url) {
    return url.substring(0, Math.max(0, url.indexOf("://")));
  }

  /** Host and port as they stand. */
  static String authority(String url) {
    int start = url.indexOf("://") + 3;
    int end = start;
    while (end < url.length() && url.charAt(end) != '/' && url.charAt(end) != '?') {
      end++;
    }
    return url.substring(start, end);
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
}
