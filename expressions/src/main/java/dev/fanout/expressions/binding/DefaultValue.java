package dev.fanout.expressions.binding;

import org.jspecify.annotations.Nullable;

/** {@code default} without a type (ECMA-334 12.8.20). */
record DefaultValue() implements Deferred {
  @Override
  public @Nullable BoundExpression as(ClrType type) {
    return type instanceof ClrType.Special ? null : Overloads.defaultOf(type);
  }

  @Override
  public String description() {
    return "'default'";
  }
}
