package dev.fanout.expressions.binding;

import org.jspecify.annotations.Nullable;

/** A local variable, declared or made by the binder; compared by identity. */
public final class LocalSymbol {
  private final String name;
  private final ClrType type;
  private final boolean readOnly;
  private final @Nullable Frame owner;
  private boolean captured;

  LocalSymbol(String name, ClrType type, boolean readOnly, @Nullable Frame owner) {
    this.name = name;
    this.type = type;
    this.readOnly = readOnly;
    this.owner = owner;
  }

  static LocalSymbol temporary(ClrType type) {
    return new LocalSymbol("", type, true, null);
  }

  /** One that lambdas may use too. */
  static LocalSymbol temporary(ClrType type, Frame owner) {
    return new LocalSymbol("", type, true, owner);
  }

  public String name() {
    return name;
  }

  public ClrType type() {
    return type;
  }

  /** The variable of a foreach. */
  boolean isReadOnly() {
    return readOnly;
  }

  /** The frame that declares it; null for what is never used in another. */
  @Nullable Frame owner() {
    return owner;
  }

  /** Lives in a cell, since several frames use it. Decided once all is bound. */
  public boolean isCaptured() {
    return captured;
  }

  void capture() {
    captured = true;
  }

  @Override
  public String toString() {
    return name + ": " + type;
  }
}
