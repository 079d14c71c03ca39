package dev.fanout.expressions.binding;

/** What integers do that grow too large (ECMA-334 12.8.20). */
enum Overflow {
  /** Constants are an error, others wrap. */
  DEFAULT,
  /** Constants are an error, others throw. */
  CHECKED,
  /** All wrap. */
  UNCHECKED;

  boolean throwsAtRunTime() {
    return this == CHECKED;
  }

  boolean refusesConstants() {
    return this != UNCHECKED;
  }
}
