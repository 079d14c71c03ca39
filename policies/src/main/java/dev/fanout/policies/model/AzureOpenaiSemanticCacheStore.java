package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Puts the response of a language model into the cache. */
@Placement(
    sections = SectionName.OUTBOUND,
    scopes = {Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION},
    gateways = {
      GatewayKind.CLASSIC,
      GatewayKind.V2,
      GatewayKind.CONSUMPTION,
      GatewayKind.SELF_HOSTED
    },
    occurs = Occurs.ONCE_PER_SECTION,
    replacedBy = "llm-semantic-cache-store")
@XmlRootElement(name = "azure-openai-semantic-cache-store")
@XmlAccessorType(XmlAccessType.FIELD)
public final class AzureOpenaiSemanticCacheStore extends Policy {
  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String duration;

  @XmlAttribute(name = "cache-response")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String cacheResponse;

  /** In seconds. */
  public @Nullable String duration() {
    return duration;
  }

  public AzureOpenaiSemanticCacheStore setDuration(@Nullable String value) {
    duration = value;
    return this;
  }

  public @Nullable String cacheResponse() {
    return cacheResponse;
  }

  public AzureOpenaiSemanticCacheStore setCacheResponse(@Nullable String value) {
    cacheResponse = value;
    return this;
  }
}
