package dev.fanout.artifacts;

import dev.fanout.policies.PolicyDocument;
import java.util.Objects;

/**
 * A policy document of an estate. Files with the same text share one document, so the document's
 * own source may have the name of another file.
 *
 * @param file relative to the estate, with {@code /}
 */
public record PolicyArtifact(String file, PolicyDocument document) {
  public PolicyArtifact {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(document, "document");
  }
}
