package dev.fanout.expressions.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What an out argument stands in while the call runs, boxed; and a reference that lambdas share.
 */
public final class Ref {
  public @Nullable Object value;
}
