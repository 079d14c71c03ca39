package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A delegate: a lambda, a local function, or a method that is handed over by name. Arguments and
 * results are C# objects (boxes of values); {@code void} gives null. One of the methods is
 * overridden, by the number of parameters.
 */
public abstract class Delegate {
  public @Nullable Object invoke() {
    throw wrongCount(0);
  }

  public @Nullable Object invoke(@Nullable Object a) {
    throw wrongCount(1);
  }

  public @Nullable Object invoke(@Nullable Object a, @Nullable Object b) {
    throw wrongCount(2);
  }

  public @Nullable Object invoke(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
    throw wrongCount(3);
  }

  public @Nullable Object invoke(
      @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
    throw wrongCount(4);
  }

  private static IllegalStateException wrongCount(int arguments) {
    return new IllegalStateException("no delegate of " + arguments + " parameters");
  }
}
