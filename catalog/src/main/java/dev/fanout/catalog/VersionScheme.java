package dev.fanout.catalog;

import java.util.regex.Pattern;

/** How a caller names the version of an API. */
public sealed interface VersionScheme {
  /** The API is in no version set. */
  record None() implements VersionScheme {}

  /** The version is the path segment after the public path. */
  record Segment(String value) implements VersionScheme {
    public Segment {
      checkValue(value);
    }
  }

  /** The version stands in a request header; without it the API is not found. */
  record Header(String name, String value) implements VersionScheme {
    public Header {
      checkName(name);
      checkValue(value);
    }
  }

  /** The version stands in a query parameter; without it the API is not found. */
  record Query(String name, String value) implements VersionScheme {
    public Query {
      checkName(name);
      checkValue(value);
    }
  }

  VersionScheme NONE = new None();

  private static void checkValue(String value) {
    if (!Patterns.VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "version '" + value + "' is not made of letters, digits, '.', '_' and '-'");
    }
  }

  private static void checkName(String name) {
    if (!Patterns.VALUE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name '" + name + "' is not made of letters, digits, '.', '_' and '-'");
    }
  }
}

final class Patterns {
  /** Safe in a path, a header and a query without any encoding. */
  static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** Ids of APIs and operations: also the name of a folder on every system. */
  static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}");

  private Patterns() {}
}
