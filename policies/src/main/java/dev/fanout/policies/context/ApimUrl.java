package dev.fanout.policies.context;

/** C#'s {@code IUrl}. {@code toString} is the whole URL, without the scheme's default port. */
public interface ApimUrl {
  String scheme();

  String host();

  int port();

  /** Begins with a slash; as it came, nothing decoded. */
  String path();

  /** Empty, or from the question mark on as it came. */
  String queryString();

  /** Decoded names and values of {@link #queryString}. */
  default ApimMultiValues query() {
    return QueryValues.parse(queryString());
  }

  /** {@code scheme://host:port/path?query}. */
  default String text() {
    boolean defaultPort =
        (port() == 443 && scheme().equals("https")) || (port() == 80 && scheme().equals("http"));
    return scheme() + "://" + host() + (defaultPort ? "" : ":" + port()) + path() + queryString();
  }
}
