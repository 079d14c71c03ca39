package dev.fanout.policies.context;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code context.Product}. */
public interface ApimProduct {
  String id();

  String name();

  default boolean approvalRequired() {
    return false;
  }

  default boolean subscriptionRequired() {
    return true;
  }

  /** Null without a limit. */
  default @Nullable Integer subscriptionLimit() {
    return null;
  }

  default boolean published() {
    return true;
  }

  default List<? extends ApimGroup> groups() {
    return List.of();
  }

  default List<? extends ApimApi> apis() {
    return List.of();
  }
}
