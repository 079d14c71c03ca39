package dev.fanout.measurements;

import java.util.Optional;

/**
 * Which histogram a line of the log holds, written {@code variant/stage/replicate/measure} or
 * {@code variant/stage/replicate/measure/api}.
 *
 * @param variant label of the variant, {@code A} or {@code B}
 * @param replicate from 1
 * @param measure {@code responseTime}, {@code serviceTime}, {@code sendLag}
 * @param api id of the API; empty for the whole trial
 */
public record HistogramTag(
    String variant, String stage, int replicate, String measure, Optional<String> api) {

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
