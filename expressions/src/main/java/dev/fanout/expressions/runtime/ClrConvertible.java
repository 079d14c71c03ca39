package dev.fanout.expressions.runtime;

/** {@code IConvertible} of what is no simple value itself. */
public interface ClrConvertible {
  /** The object as a simple type, by that type's full name; boxed, and never null. */
  Object convertTo(String typeName);
}
