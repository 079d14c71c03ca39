package dev.fanout.policies.liquid;

import org.jspecify.annotations.Nullable;

/** Makes another value of a value. */
@FunctionalInterface
interface Filter {
  @Nullable Object apply(@Nullable Object input, Arguments arguments);
}
