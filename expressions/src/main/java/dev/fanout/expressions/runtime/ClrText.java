package dev.fanout.expressions.runtime;

/** A host's object with a {@code ToString()} of its own. */
public interface ClrText {
  String clrText();
}
