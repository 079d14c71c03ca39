package dev.fanout.expressions.runtime.json;

/** {@code =~ /pattern/options} of a JSONPath query, by .NET's regular expressions. */
final class PathRegex {
  private PathRegex() {}

  static boolean matches(JValue input, JValue pattern) {
    if (input.type() != JTokenType.STRING || pattern.type() != JTokenType.STRING) {
      return false;
    }
    throw JsonFailures.json("Regular expressions in JSON paths are not supported.");
  }
}
