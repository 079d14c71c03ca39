package dev.fanout.gateway.routing;

import java.util.Objects;

/** How clients say which version of an API they mean. */
public sealed interface ApiVersion {

  /** The API has no version. */
  record None() implements ApiVersion {}

  /** A path segment after the API's path: {@code /orders/v1/…}. */
  record Segment(String value) implements ApiVersion {
    public Segment {
      requireText(value, "version");
      if (value.indexOf('/') >= 0) {
        throw new IllegalArgumentException("version '" + value + "' has a slash");
      }
    }
  }

  /** A request header with exactly this value; the header's name in any case. */
  record Header(String name, String value) implements ApiVersion {
    public Header {
      requireText(name, "header name");
      requireText(value, "version");
    }
  }

  /** A query parameter with exactly this value; the parameter's name in any case. */
  record Query(String name, String value) implements ApiVersion {
    public Query {
      requireText(name, "query parameter name");
      requireText(value, "version");
    }
  }

  private static void requireText(String text, String what) {
    if (Objects.requireNonNull(text, what).isEmpty()) {
      throw new IllegalArgumentException("the " + what + " is empty");
    }
  }
}
