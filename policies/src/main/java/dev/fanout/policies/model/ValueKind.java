package dev.fanout.policies.model;

/** What a literal must look like. */
public enum ValueKind {
  TEXT,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** A whole number, with a minimum and a maximum. */
  INTEGER,
  /** A number, with a point and an exponent if need be. */
  DECIMAL,
  /** A date and a time of ISO 8601, with a zone or without. */
  DATE_TIME,
  /** One of a list of words. */
  ENUM
}
