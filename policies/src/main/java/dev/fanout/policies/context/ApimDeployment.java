package dev.fanout.policies.context;

import java.util.Map;
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

  /** Of the service, by id. */
  default Map<String, ApimCertificate> certificates() {
    return Map.of();
  }

  /** "Low", say; null where the region tells none. The page does not give its type. */
  default @Nullable String currentCarbonIntensity() {
    return null;
  }

  String region();

  default String serviceId() {
    return serviceName();
  }

  String serviceName();
}
