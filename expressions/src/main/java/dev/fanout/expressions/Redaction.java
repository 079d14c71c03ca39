package dev.fanout.expressions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the values of named values out of messages: they may be secret, and a message quotes the
 * text that was compiled. A word is hidden that stands in the piece that was put in, and not in
 * what the user wrote.
 */
final class Redaction {
  private static final Pattern WORD = Pattern.compile("[^\\s'\"(),;]{2,}");
  private static final String HIDDEN = "…";

  private final String written;
  private final String putIn;

  Redaction(String written, String text) {
    this.written = written;
    int shorter = Math.min(written.length(), text.length());
    int prefix = 0;
    while (prefix < shorter && written.charAt(prefix) == text.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < shorter - prefix
        && written.charAt(written.length() - 1 - suffix)
            == text.charAt(text.length() - 1 - suffix)) {
      suffix++;
    }
    this.putIn = text.substring(prefix, text.length() - suffix);
  }

  String of(String message) {
    if (putIn.isEmpty()) {
      return message;
    }
    Matcher words = WORD.matcher(message);
    StringBuilder out = new StringBuilder();
    while (words.find()) {
      boolean hides = putIn.contains(words.group()) && !written.contains(words.group());
      words.appendReplacement(out, Matcher.quoteReplacement(hides ? HIDDEN : words.group()));
    }
    return words.appendTail(out).toString();
  }
}
