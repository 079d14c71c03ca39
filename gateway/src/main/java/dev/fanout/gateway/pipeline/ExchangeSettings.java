package dev.fanout.gateway.pipeline;

import dev.fanout.policies.context.ApimDeployment;
import java.util.Objects;

/**
 * What all exchanges of a gateway share.
 *
 * @param maxBufferedBodyBytes of one body that a policy reads; larger ones fail the policy
 */
public record ExchangeSettings(
    int maxBufferedBodyBytes, UrlPathModel urlPathModel, ApimDeployment deployment) {
  /** 8 MiB; APIM documents no limit for bodies that policies read. */
  public static final int DEFAULT_BUFFERED_BODY_BYTES = 8 << 20;

  public static final ExchangeSettings DEFAULT =
      new ExchangeSettings(
          DEFAULT_BUFFERED_BODY_BYTES, UrlPathModel.WITH_BASE_PATH, new LocalDeployment());

  public ExchangeSettings {
    Objects.requireNonNull(urlPathModel, "urlPathModel");
    Objects.requireNonNull(deployment, "deployment");
    if (maxBufferedBodyBytes < 1) {
      throw new IllegalArgumentException(
          "buffered body limit " + maxBufferedBodyBytes + " is not 1 or more bytes");
    }
  }

  private static final class LocalDeployment implements ApimDeployment {
    @Override
    public String region() {
      return "local";
    }

    @Override
    public String serviceName() {
      return "fanout";
    }
  }
}
