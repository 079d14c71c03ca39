package dev.fanout.policies.model;

/** What a literal must look like. */
public enum ValueKind {
  TEXT,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** A whole number, with a minimum and a maximum. */
  INTEGER,
  /** One of a list of words. */
  ENUM
}
