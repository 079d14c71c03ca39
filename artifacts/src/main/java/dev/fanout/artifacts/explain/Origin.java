package dev.fanout.artifacts.explain;

import java.util.Objects;

/**
 * Where a line comes from.
 *
 * @param file relative to the estate; empty for APIM's default global document
 * @param line from 1
 */
public record Origin(String file, int line) {
  /** The document that holds when the estate has no global one. */
  public static final Origin DEFAULT = new Origin("", 1);

  public Origin {
    Objects.requireNonNull(file, "file");
    if (line < 1) {
      throw new IllegalArgumentException("line " + line + " is not 1 or more");
    }
  }

  public boolean isDefault() {
    return file.isEmpty();
  }

  @Override
  public String toString() {
    return isDefault() ? "APIM's default" : file + ":" + line;
  }
}
