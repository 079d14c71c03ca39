package dev.fanout.policies.context;

import org.jspecify.annotations.Nullable;

/** {@code context.Deployment}. */
public interface ApimDeployment {
  /** "managed" in the cloud. */
  default String gatewayId() {
    return "managed";
  }

  default @Nullable String gatewayInstanceId() {
    return null;
  }

  default boolean isManaged() {
    return gatewayId().equals("managed");
  }

  String region();

  default String serviceId() {
    return serviceName();
  }

  String serviceName();
}
