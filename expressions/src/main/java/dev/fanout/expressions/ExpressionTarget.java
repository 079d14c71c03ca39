package dev.fanout.expressions;

/** What a policy does with an expression's value. */
public enum ExpressionTarget {
  /** The text of any value, as {@code ToString()} gives it; null stays null. */
  STRING,
  /** A condition: a bool and nothing else, by its static type. */
  BOOLEAN,
  /** The value itself, boxed, as {@code set-variable} keeps it. */
  OBJECT
}
