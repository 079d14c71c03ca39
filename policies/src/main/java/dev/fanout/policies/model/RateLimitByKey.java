package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Limits calls per key in a sliding window. */
@Placement(
    sections = SectionName.INBOUND,
    gateways = {
      GatewayKind.CLASSIC,
      GatewayKind.V2,
      GatewayKind.SELF_HOSTED,
      GatewayKind.WORKSPACE
    })
@XmlRootElement(name = "rate-limit-by-key")
@XmlAccessorType(XmlAccessType.FIELD)
public final class RateLimitByKey extends Policy {
  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String calls;

  @XmlAttribute(name = "renewal-period", required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0, max = 300)
  private @Nullable String renewalPeriod;

  @XmlAttribute(name = "counter-key", required = true)
  @Literal
  private @Nullable String counterKey;

  @XmlAttribute(name = "increment-condition")
  @Literal(kind = ValueKind.BOOLEAN)
  private @Nullable String incrementCondition;

  @XmlAttribute(name = "increment-count")
  @Literal(kind = ValueKind.INTEGER, min = 0, byDefault = "1")
  private @Nullable String incrementCount;

  @XmlAttribute(name = "increment-after-response")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String incrementAfterResponse;

  @XmlAttribute(name = "flexible-retry-window")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String flexibleRetryWindow;

  @XmlAttribute(name = "retry-after-header-name")
  @Literal(expressions = Expressions.FORBIDDEN, byDefault = "Retry-After")
  private @Nullable String retryAfterHeaderName;

  @XmlAttribute(name = "retry-after-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String retryAfterVariableName;

  @XmlAttribute(name = "remaining-calls-header-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String remainingCallsHeaderName;

  @XmlAttribute(name = "remaining-calls-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String remainingCallsVariableName;

  @XmlAttribute(name = "total-calls-header-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String totalCallsHeaderName;

  public @Nullable String calls() {
    return calls;
  }

  public RateLimitByKey setCalls(@Nullable String value) {
    calls = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String renewalPeriod() {
    return renewalPeriod;
  }

  public RateLimitByKey setRenewalPeriod(@Nullable String value) {
    renewalPeriod = value;
    return this;
  }

  public @Nullable String counterKey() {
    return counterKey;
  }

  public RateLimitByKey setCounterKey(@Nullable String value) {
    counterKey = value;
    return this;
  }

  public @Nullable String incrementCondition() {
    return incrementCondition;
  }

  public RateLimitByKey setIncrementCondition(@Nullable String value) {
    incrementCondition = value;
    return this;
  }

  public @Nullable String incrementCount() {
    return incrementCount;
  }

  public RateLimitByKey setIncrementCount(@Nullable String value) {
    incrementCount = value;
    return this;
  }

  /** From the schema, on no documentation page. */
  public @Nullable String incrementAfterResponse() {
    return incrementAfterResponse;
  }

  public RateLimitByKey setIncrementAfterResponse(@Nullable String value) {
    incrementAfterResponse = value;
    return this;
  }

  /** From the schema, on no documentation page. */
  public @Nullable String flexibleRetryWindow() {
    return flexibleRetryWindow;
  }

  public RateLimitByKey setFlexibleRetryWindow(@Nullable String value) {
    flexibleRetryWindow = value;
    return this;
  }

  public @Nullable String retryAfterHeaderName() {
    return retryAfterHeaderName;
  }

  public RateLimitByKey setRetryAfterHeaderName(@Nullable String value) {
    retryAfterHeaderName = value;
    return this;
  }

  public @Nullable String retryAfterVariableName() {
    return retryAfterVariableName;
  }

  public RateLimitByKey setRetryAfterVariableName(@Nullable String value) {
    retryAfterVariableName = value;
    return this;
  }

  public @Nullable String remainingCallsHeaderName() {
    return remainingCallsHeaderName;
  }

  public RateLimitByKey setRemainingCallsHeaderName(@Nullable String value) {
    remainingCallsHeaderName = value;
    return this;
  }

  public @Nullable String remainingCallsVariableName() {
    return remainingCallsVariableName;
  }

  public RateLimitByKey setRemainingCallsVariableName(@Nullable String value) {
    remainingCallsVariableName = value;
    return this;
  }

  public @Nullable String totalCallsHeaderName() {
    return totalCallsHeaderName;
  }

  public RateLimitByKey setTotalCallsHeaderName(@Nullable String value) {
    totalCallsHeaderName = value;
    return this;
  }
}
