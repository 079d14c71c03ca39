package dev.fanout.policies;

/** How a document writes its expressions; the names are those of the management API. */
public enum PolicyFormat {
  /** C# as it is; such a document is no XML. */
  RAWXML,
  /** C# with entities. */
  XML
}
