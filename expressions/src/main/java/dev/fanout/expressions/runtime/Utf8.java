package dev.fanout.expressions.runtime;

import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as .NET writes it: half a surrogate pair becomes U+FFFD, where Java writes a question mark.
 */
final class Utf8 {
  private Utf8() {}

  static byte[] bytes(String text) {
    return wellFormed(text).getBytes(StandardCharsets.UTF_8);
  }

  static String wellFormed(String text) {
    StringBuilder fixed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        fixed = fixed == null ? new StringBuilder(text) : fixed;
        fixed.setCharAt(i, '\uFFFD');
      }
    }
    return fixed == null ? text : fixed.toString();
  }
}
