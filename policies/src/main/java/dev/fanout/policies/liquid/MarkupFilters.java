package dev.fanout.policies.liquid;

import dev.fanout.expressions.runtime.WebUtility;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Filters for HTML, URLs and line ends. */
final class MarkupFilters {
  private MarkupFilters() {}

  static void addTo(Map<String, Filter> filters) {
    Filter escape = TextFilters.onText(MarkupFilters::escaped);
    filters.put("Escape", escape);
    filters.put("H", escape);
    filters.put("EscapeOnce", TextFilters.onText(MarkupFilters::escapedOnce));
    filters.put("UrlEncode", TextFilters.onText(text -> orEmpty(WebUtility.urlEncode(text))));
    filters.put("UrlDecode", TextFilters.onText(WebUtility::urlDecode));
    filters.put("StripHtml", TextFilters.onText(MarkupFilters::withoutTags));
    filters.put(
        "StripNewlines", TextFilters.onText(text -> text.replace("\r\n", "").replace("\n", "")));
    filters.put("NewlineToBr", TextFilters.onText(text -> text.replaceAll("(\r?\n)", "<br />$1")));
    filters.put("Base64Encode", TextFilters.onText(MarkupFilters::base64));
    filters.put("Base64Decode", TextFilters.onText(MarkupFilters::ofBase64));
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private static String escaped(String text) {
    return orEmpty(WebUtility.htmlEncode(text));
  }

  private static String escapedOnce(String text) {
    return escaped(orEmpty(WebUtility.htmlDecode(text)));
  }

  /** Takes out what stands between angle brackets on one line. */
  private static String withoutTags(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('<', at);
      int close = open < 0 ? -1 : text.indexOf('>', open);
      int line = open < 0 ? -1 : text.indexOf('\n', open);
      if (close < 0) {
        break;
      }
      boolean tag = line < 0 || line > close;
      out.append(text, at, tag ? open : open + 1);
      at = tag ? close + 1 : open + 1;
    }
    return out.append(text, at, text.length()).toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String ofBase64(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw LiquidFailures.argument("Invalid base64 provided to Base64Decode");
    }
  }
}
