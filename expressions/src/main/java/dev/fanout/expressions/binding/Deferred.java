package dev.fanout.expressions.binding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has no type by itself and takes one from where it stands: a lambda, a method's name. */
interface Deferred {
  /** As a value of this type; null if it cannot be one. Reports nothing. */
  @Nullable BoundExpression as(ClrType type);

  /** What to call it in messages: "a lambda". */
  String description();

  /** The types that its parameters are written with; null where they are left to inference. */
  default @Nullable List<ClrType> writtenTypes() {
    return null;
  }

  /** Is it a function, whose result may tell type arguments? */
  default boolean isFunction() {
    return false;
  }

  /**
   * The type of its result when it is called with such arguments: void for none; null if that is
   * wrong or says nothing.
   */
  default @Nullable ClrType resultType(List<ClrType> parameterTypes) {
    return null;
  }

  /** Reports what is wrong within it; false if nothing is known to be. */
  default boolean explain(Reporter reporter) {
    return false;
  }
}
