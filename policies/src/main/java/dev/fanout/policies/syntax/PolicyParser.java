package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.SourceText;

/** Reads the syntax of policy documents, in linear time. */
public final class PolicyParser {
  /** The longest document that is read, in UTF-16 code units; the service takes 256 KiB. */
  public static final int MAX_LENGTH = 1 << 20;

  /** How deep elements may nest. */
  public static final int MAX_DEPTH = 200;

  private PolicyParser() {}

  /** Never throws on what stands in the document; the tree covers all of it. */
  public static ParsedPolicy parse(SourceText source) {
    return new DocumentParser(source).parse();
  }
}
