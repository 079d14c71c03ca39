package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A delegate: a lambda, a local function, or a method that is handed over by name. Arguments and
 * results are C# objects (boxes of values); {@code void} gives null. One of the methods is
 * overridden, by the number of parameters.
 */
public abstract class Delegate implements ClrTyped, ClrText {
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

  public @Nullable Object invoke(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e) {
    throw wrongCount(5);
  }

  public @Nullable Object invoke(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f) {
    throw wrongCount(6);
  }

  public @Nullable Object invoke(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f,
      @Nullable Object g) {
    throw wrongCount(7);
  }

  public @Nullable Object invoke(
      @Nullable Object a,
      @Nullable Object b,
      @Nullable Object c,
      @Nullable Object d,
      @Nullable Object e,
      @Nullable Object f,
      @Nullable Object g,
      @Nullable Object h) {
    throw wrongCount(8);
  }

  /** {@code System.Func<System.Int32>}; of what is no delegate of an expression its base. */
  @Override
  public String typeName() {
    return "System.Delegate";
  }

  @Override
  public String clrText() {
    return RuntimeTypes.reflectionName(typeName());
  }

  private static IllegalStateException wrongCount(int arguments) {
    return new IllegalStateException("no delegate of " + arguments + " parameters");
  }
}
