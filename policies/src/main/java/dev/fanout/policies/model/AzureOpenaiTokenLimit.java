package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Limits tokens of a language model per key. */
@Placement(
    sections = SectionName.INBOUND,
    gateways = {
      GatewayKind.CLASSIC,
      GatewayKind.V2,
      GatewayKind.SELF_HOSTED,
      GatewayKind.WORKSPACE
    },
    replacedBy = "llm-token-limit")
@XmlRootElement(name = "azure-openai-token-limit")
@XmlAccessorType(XmlAccessType.FIELD)
public final class AzureOpenaiTokenLimit extends Policy {
  @XmlAttribute(name = "counter-key", required = true)
  @Literal
  private @Nullable String counterKey;

  @XmlAttribute(name = "tokens-per-minute")
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String tokensPerMinute;

  @XmlAttribute(name = "token-quota")
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String tokenQuota;

  @XmlAttribute(name = "token-quota-period")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"Indefinite", "Hourly", "Daily", "Weekly", "Monthly", "Yearly"})
  private @Nullable String tokenQuotaPeriod;

  @XmlAttribute(name = "estimate-prompt-tokens", required = true)
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String estimatePromptTokens;

  @XmlAttribute(name = "prompt-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"auto", "chat-completion", "completion", "embeddings"},
      expressions = Expressions.UNSTATED)
  private @Nullable String promptType;

  @XmlAttribute(name = "retry-after-header-name")
  @Literal(expressions = Expressions.FORBIDDEN, byDefault = "Retry-After")
  private @Nullable String retryAfterHeaderName;

  @XmlAttribute(name = "retry-after-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String retryAfterVariableName;

  @XmlAttribute(name = "remaining-quota-tokens-header-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String remainingQuotaTokensHeaderName;

  @XmlAttribute(name = "remaining-quota-tokens-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String remainingQuotaTokensVariableName;

  @XmlAttribute(name = "remaining-tokens-header-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String remainingTokensHeaderName;

  @XmlAttribute(name = "remaining-tokens-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String remainingTokensVariableName;

  @XmlAttribute(name = "tokens-consumed-header-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String tokensConsumedHeaderName;

  @XmlAttribute(name = "tokens-consumed-variable-name")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String tokensConsumedVariableName;

  @XmlAttribute(name = "ignore-prompt")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String ignorePrompt;

  public @Nullable String counterKey() {
    return counterKey;
  }

  public AzureOpenaiTokenLimit setCounterKey(@Nullable String value) {
    counterKey = value;
    return this;
  }

  public @Nullable String tokensPerMinute() {
    return tokensPerMinute;
  }

  public AzureOpenaiTokenLimit setTokensPerMinute(@Nullable String value) {
    tokensPerMinute = value;
    return this;
  }

  public @Nullable String tokenQuota() {
    return tokenQuota;
  }

  public AzureOpenaiTokenLimit setTokenQuota(@Nullable String value) {
    tokenQuota = value;
    return this;
  }

  public @Nullable String tokenQuotaPeriod() {
    return tokenQuotaPeriod;
  }

  public AzureOpenaiTokenLimit setTokenQuotaPeriod(@Nullable String value) {
    tokenQuotaPeriod = value;
    return this;
  }

  public @Nullable String estimatePromptTokens() {
    return estimatePromptTokens;
  }

  public AzureOpenaiTokenLimit setEstimatePromptTokens(@Nullable String value) {
    estimatePromptTokens = value;
    return this;
  }

  public @Nullable String promptType() {
    return promptType;
  }

  public AzureOpenaiTokenLimit setPromptType(@Nullable String value) {
    promptType = value;
    return this;
  }

  public @Nullable String retryAfterHeaderName() {
    return retryAfterHeaderName;
  }

  public AzureOpenaiTokenLimit setRetryAfterHeaderName(@Nullable String value) {
    retryAfterHeaderName = value;
    return this;
  }

  public @Nullable String retryAfterVariableName() {
    return retryAfterVariableName;
  }

  public AzureOpenaiTokenLimit setRetryAfterVariableName(@Nullable String value) {
    retryAfterVariableName = value;
    return this;
  }

  public @Nullable String remainingQuotaTokensHeaderName() {
    return remainingQuotaTokensHeaderName;
  }

  public AzureOpenaiTokenLimit setRemainingQuotaTokensHeaderName(@Nullable String value) {
    remainingQuotaTokensHeaderName = value;
    return this;
  }

  public @Nullable String remainingQuotaTokensVariableName() {
    return remainingQuotaTokensVariableName;
  }

  public AzureOpenaiTokenLimit setRemainingQuotaTokensVariableName(@Nullable String value) {
    remainingQuotaTokensVariableName = value;
    return this;
  }

  public @Nullable String remainingTokensHeaderName() {
    return remainingTokensHeaderName;
  }

  public AzureOpenaiTokenLimit setRemainingTokensHeaderName(@Nullable String value) {
    remainingTokensHeaderName = value;
    return this;
  }

  public @Nullable String remainingTokensVariableName() {
    return remainingTokensVariableName;
  }

  public AzureOpenaiTokenLimit setRemainingTokensVariableName(@Nullable String value) {
    remainingTokensVariableName = value;
    return this;
  }

  public @Nullable String tokensConsumedHeaderName() {
    return tokensConsumedHeaderName;
  }

  public AzureOpenaiTokenLimit setTokensConsumedHeaderName(@Nullable String value) {
    tokensConsumedHeaderName = value;
    return this;
  }

  public @Nullable String tokensConsumedVariableName() {
    return tokensConsumedVariableName;
  }

  public AzureOpenaiTokenLimit setTokensConsumedVariableName(@Nullable String value) {
    tokensConsumedVariableName = value;
    return this;
  }

  public @Nullable String ignorePrompt() {
    return ignorePrompt;
  }

  public AzureOpenaiTokenLimit setIgnorePrompt(@Nullable String value) {
    ignorePrompt = value;
    return this;
  }
}
