package dev.fanout.expressions.binding;

/** A place that {@code goto} names; compared by identity. */
public final class LabelSymbol {
  private final String name;

  LabelSymbol(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
