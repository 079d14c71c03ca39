package dev.fanout.measurements;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Which histogram a line of the log holds, written {@code variant/stage/replicate/measure} or
 * {@code variant/stage/replicate/measure/api}.
 *
 * @param variant label of the variant, {@code A} or {@code B}
 * @param replicate from 1
 * @param measure {@code responseTime}, {@code serviceTime}, {@code sendLag}, …
 * @param api id of the API, see {@link #encoded}; empty for the whole trial
 */
public record HistogramTag(
    String variant, String stage, int replicate, String measure, Optional<String> api) {
  private static final int LONGEST = 256;

  public HistogramTag {
    check("variant", variant);
    check("stage", stage);
    check("measure", measure);
    api.ifPresent(id -> check("api", id));
    if (replicate < 0) {
      throw new IllegalArgumentException("replicate " + replicate + " is negative");
    }
  }

  public HistogramTag(String variant, String stage, int replicate, String measure) {
    this(variant, stage, replicate, measure, Optional.empty());
  }

  /** Throws {@link IllegalArgumentException} when the text is no tag of this form. */
  public static HistogramTag parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length < 4 || parts.length > 5 || !parts[2].matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "tag '" + text + "' is not variant/stage/replicate/measure[/api]");
    }
    return new HistogramTag(
        parts[0],
        parts[1],
        Integer.parseInt(parts[2]),
        parts[3],
        parts.length == 5 ? Optional.of(parts[4]) : Optional.empty());
  }

  /** A stage's name as tags have it. */
  public static String stage(String name) {
    return name.replace(" ", "").replace("/", "-per-");
  }

  /**
   * A name as a tag can hold it: other characters as {@code %XX} of their UTF-8 bytes. At most 256
   * characters; a longer name keeps its beginning and gets a number that tells it from others.
   */
  public static String encoded(String name) {
    StringBuilder safe = new StringBuilder(name.length());
    for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xFF);
      if (c > ' ' && c < 0x7F && c != ',' && c != '/' && c != '%') {
        safe.append(c);
      } else {
        safe.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return safe.length() <= LONGEST
        ? safe.toString()
        : safe.substring(0, LONGEST - 9).replaceAll("%[0-9A-F]?$", "")
            + String.format(Locale.ROOT, "~%08x", name.hashCode());
  }

  /** The name that {@link #encoded} got; the text itself if nothing did. */
  public static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static void check(String name, String value) {
    if (!value.matches("[!-+\\--.0-~]{1,256}")) {
      throw new IllegalArgumentException(
          name + " '" + value + "' is not 1 to 256 visible ASCII characters without , and /");
    }
  }

  @Override
  public String toString() {
    String whole = variant + "/" + stage + "/" + replicate + "/" + measure;
    return api.map(id -> whole + "/" + id).orElse(whole);
  }
}
