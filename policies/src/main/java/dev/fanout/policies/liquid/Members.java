package dev.fanout.policies.liquid;

import org.jspecify.annotations.Nullable;

/** An object of the host that templates see by the names of its members. */
@FunctionalInterface
public interface Members {
  /** The member of that name, case included; null if there is none or it is null. */
  @Nullable Object member(String name);
}
