package dev.fanout.expressions.binding;

/** A local variable, declared or made by the binder; compared by identity. */
public final class LocalSymbol {
  private final String name;
  private final ClrType type;
  private final boolean readOnly;

  LocalSymbol(String name, ClrType type, boolean readOnly) {
    this.name = name;
    this.type = type;
    this.readOnly = readOnly;
  }

  static LocalSymbol temporary(ClrType type) {
    return new LocalSymbol("", type, true);
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

  @Override
  public String toString() {
    return name + ": " + type;
  }
}
