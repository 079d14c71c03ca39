package dev.fanout.policies;

import dev.fanout.policies.model.PolicyRoot;

/** Writes new documents from beans. Thread-safe. */
public final class PolicyWriter {
  private PolicyWriter() {}

  /**
   * The document with four spaces a level, {@code \n} as line end and no XML declaration; the same
   * beans give the same text.
   */
  public static String write(PolicyRoot root, PolicyFormat format) {
    throw new UnsupportedOperationException("lands next");
  }
}
