package dev.fanout.expressions.runtime.json;

import java.util.regex.Pattern;

/** Names of XML with characters that XML does not allow: {@code a_x0020_b} is {@code a b}. */
final class XmlNameText {
  private static final Pattern CODE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private XmlNameText() {}

  static String decoded(String name) {
    return name.contains("_x")
        ? CODE.matcher(name)
            .replaceAll(
                code ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(code.group(1), 16))))
        : name;
  }
}
