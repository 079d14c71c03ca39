package dev.fanout.expressions.runtime;

/** An object that is another sequence by one of its interfaces than by the others. */
public interface ClrViewed {
  /** The object as a value of an interface that it has, by the interface's full name. */
  Object viewAs(String typeName);
}
