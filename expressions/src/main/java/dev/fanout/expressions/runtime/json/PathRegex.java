package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.regex.Regex;

/** {@code =~ /pattern/options} of a JSONPath query, by .NET's regular expressions. */
final class PathRegex {
  private static final int IGNORE_CASE = 1;
  private static final int MULTILINE = 2;
  private static final int EXPLICIT_CAPTURE = 4;
  private static final int SINGLELINE = 16;

  private PathRegex() {}

  static boolean matches(JValue input, JValue pattern) {
    if (input.type() != JTokenType.STRING
        || pattern.type() != JTokenType.STRING
        || input.value() == null) {
      return false;
    }
    String text = Convertible.toText(input.value());
    String whole = String.valueOf(pattern.value());
    int end = whole.lastIndexOf('/');
    if (end < 1) {
      throw Failures.outOfRange(
          "length ('" + (end - 1) + "') must be a non-negative value.", "length");
    }
    return Regex.isMatch(text, whole.substring(1, end), options(whole.substring(end + 1)));
  }

  private static int options(String letters) {
    int options = 0;
    for (int i = 0; i < letters.length(); i++) {
      options |=
          switch (letters.charAt(i)) {
            case 'i' -> IGNORE_CASE;
            case 'm' -> MULTILINE;
            case 's' -> SINGLELINE;
            case 'x' -> EXPLICIT_CAPTURE;
            default -> 0;
          };
    }
    return options;
  }
}
