package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers from the cache, if a response to a similar prompt is there. */
@Placement(
    sections = SectionName.INBOUND,
    scopes = {Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION},
    gateways = {
      GatewayKind.CLASSIC,
      GatewayKind.V2,
      GatewayKind.CONSUMPTION,
      GatewayKind.SELF_HOSTED
    },
    replacedBy = "llm-semantic-cache-lookup")
@XmlRootElement(name = "azure-openai-semantic-cache-lookup")
@XmlAccessorType(XmlAccessType.FIELD)
public final class AzureOpenaiSemanticCacheLookup extends Policy {
  @XmlAttribute(name = "score-threshold", required = true)
  @Literal(kind = ValueKind.DECIMAL, expressions = Expressions.UNSTATED)
  private @Nullable String scoreThreshold;

  @XmlAttribute(name = "embeddings-backend-id", required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String embeddingsBackendId;

  @XmlAttribute(name = "embeddings-backend-auth", required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"system-assigned", "header"},
      expressions = Expressions.UNSTATED)
  private @Nullable String embeddingsBackendAuth;

  @XmlAttribute(name = "ignore-system-messages")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED, byDefault = "false")
  private @Nullable String ignoreSystemMessages;

  @XmlAttribute(name = "max-message-count")
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.UNSTATED)
  private @Nullable String maxMessageCount;

  @XmlAttribute(name = "cache-id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String cacheId;

  @XmlElement(name = "vary-by")
  private List<Value> varyBys = new ArrayList<>();

  public @Nullable String scoreThreshold() {
    return scoreThreshold;
  }

  public AzureOpenaiSemanticCacheLookup setScoreThreshold(@Nullable String value) {
    scoreThreshold = value;
    return this;
  }

  public @Nullable String embeddingsBackendId() {
    return embeddingsBackendId;
  }

  public AzureOpenaiSemanticCacheLookup setEmbeddingsBackendId(@Nullable String value) {
    embeddingsBackendId = value;
    return this;
  }

  public @Nullable String embeddingsBackendAuth() {
    return embeddingsBackendAuth;
  }

  public AzureOpenaiSemanticCacheLookup setEmbeddingsBackendAuth(@Nullable String value) {
    embeddingsBackendAuth = value;
    return this;
  }

  public @Nullable String ignoreSystemMessages() {
    return ignoreSystemMessages;
  }

  public AzureOpenaiSemanticCacheLookup setIgnoreSystemMessages(@Nullable String value) {
    ignoreSystemMessages = value;
    return this;
  }

  public @Nullable String maxMessageCount() {
    return maxMessageCount;
  }

  public AzureOpenaiSemanticCacheLookup setMaxMessageCount(@Nullable String value) {
    maxMessageCount = value;
    return this;
  }

  public @Nullable String cacheId() {
    return cacheId;
  }

  public AzureOpenaiSemanticCacheLookup setCacheId(@Nullable String value) {
    cacheId = value;
    return this;
  }

  /** The {@code <vary-by>} elements in order, to be changed in place. */
  public List<Value> varyBys() {
    return varyBys;
  }
}
