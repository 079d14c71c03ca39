package dev.fanout.policies;

import dev.fanout.policies.model.PolicyBinding;
import dev.fanout.policies.model.PolicyRoot;

/** Writes new documents from beans. Thread-safe. */
public final class PolicyWriter {
  private PolicyWriter() {}

  /**
   * The document with four spaces a level, {@code \n} as line end and no XML declaration; the same
   * beans give the same text. A value with a character that XML forbids is an {@link
   * IllegalArgumentException}.
   */
  public static String write(PolicyRoot root, PolicyFormat format) {
    DocumentWriter writer = new DocumentWriter(format);
    PolicyBinding.write(root, writer, writer::before);
    return writer.document();
  }
}
