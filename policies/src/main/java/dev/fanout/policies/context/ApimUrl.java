package dev.fanout.policies.context;

import dev.fanout.expressions.runtime.ClrText;

/** C#'s {@code IUrl}; its {@code ToString()} is {@link #text}. */
public interface ApimUrl extends ClrText {
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

  /**
   * {@code scheme://host:port/path?query}, without the port where it is the default of the scheme.
   */
  default String text() {
    boolean defaultPort =
        (port() == 443 && scheme().equals("https")) || (port() == 80 && scheme().equals("http"));
    return scheme() + "://" + host() + (defaultPort ? "" : ":" + port()) + path() + queryString();
  }

  @Override
  default String clrText() {
    return text();
  }
}
