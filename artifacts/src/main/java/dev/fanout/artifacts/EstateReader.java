package dev.fanout.artifacts;

import dev.fanout.policies.model.PolicyBinding;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads an artifact folder in the layout of APIOps: what the generator writes, and what the APIOps
 * extractor writes. Files that decide nothing about a request are not opened. Read are {@code
 * apis/ID/} (apiInformation.json, policy.xml, specification.json or .yaml,
 * operations/ID/policy.xml), {@code backends/}, {@code policy fragments/}, {@code named values/},
 * {@code version sets/}, {@code products/} and {@code policy.xml}, and the same in {@code
 * workspaces/ID/}. {@link ArtifactKind} says where the names come from.
 *
 * <p>Files are read by several threads, and each distinct policy text is parsed once; what comes
 * out, and in which order, does not depend on that. No message has the value of a named value or of
 * a credential.
 */
public final class EstateReader {
  private EstateReader() {}

  /** Makes what the first policy document needs; worth calling on another thread, early. */
  public static void warmUp() {
    PolicyBinding.warmUp();
  }

  /** Never throws on what stands in the folder. */
  public static EstateResult read(Path folder) {
    return new EstateReading(ArtifactFiles.of(folder), folder.toString()).read();
  }

  /** The same for files in memory: path in the folder, with {@code /}, to content. */
  public static EstateResult read(Map<String, byte[]> files) {
    return new EstateReading(ArtifactFiles.of(files), "").read();
  }
}
