package dev.fanout.policies.model;

/** How often a policy may stand in a document. */
public enum Occurs {
  ANY,
  ONCE_PER_SECTION,
  ONCE_PER_DOCUMENT
}
