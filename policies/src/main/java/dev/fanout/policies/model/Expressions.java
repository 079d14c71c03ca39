package dev.fanout.policies.model;

/** Whether a value may be an expression. */
public enum Expressions {
  ALLOWED,
  FORBIDDEN,
  /** The page is silent; nothing is checked. */
  UNSTATED
}
