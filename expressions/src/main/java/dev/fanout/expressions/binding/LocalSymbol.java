package dev.fanout.expressions.binding;

import org.jspecify.annotations.Nullable;

/** A local variable, declared or made by the binder; compared by identity. */
public final class LocalSymbol {
  private final String name;
  private final ClrType type;
  private final boolean readOnly;
  private final @Nullable Frame owner;
  private int declaredAt = -1;
  private boolean captured;
  private boolean byReference;

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

  /** Where its declaration begins; -1 for what the binder made. */
  public int declaredAt() {
    return declaredAt;
  }

  void declareAt(int start) {
    declaredAt = start;
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

  /** A parameter that is the caller's variable: lambdas may not use it. */
  boolean isByReference() {
    return byReference;
  }

  void referTo() {
    byReference = true;
    captured = true;
  }

  @Override
  public String toString() {
    return name + ": " + type;
  }
}
