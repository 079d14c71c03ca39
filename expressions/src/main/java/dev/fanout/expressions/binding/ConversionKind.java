package dev.fanout.expressions.binding;

/** What a conversion does to the JVM value. */
public enum ConversionKind {
  /** Nothing: the static type changes, the value does not. */
  NONE,
  /** Between numbers, wrapping. */
  NUMERIC,
  /** Between numbers; what does not fit into an integer is an error. */
  NUMERIC_CHECKED,
  /** From a value type to a reference: a new box. */
  BOX,
  /** From object to exactly this value type. */
  UNBOX,
  /** From object to {@code T?}: null, or exactly this box. */
  UNBOX_NULLABLE,
  /** From a reference to a more special one, checked. */
  CAST,
  /** From object to what it is known to be: the JVM's class is checked, no more. */
  KNOWN,
  /** As {@code CAST}, but null where it does not fit. */
  AS,
  /** From {@code T} to {@code T?}. */
  WRAP,
  /** From {@code T?} to {@code T}; null is an error. */
  UNWRAP
}
