package dev.fanout.artifacts.lint;

import java.util.Objects;

/**
 * A finding that is not reported.
 *
 * @param inSource by a comment in the document, not by the configuration
 */
public record SuppressedFinding(Finding finding, String reason, boolean inSource) {
  public SuppressedFinding {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(reason, "reason");
  }
}
