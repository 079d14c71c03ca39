package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits calls per subscription in a sliding window. */
@Placement(
    sections = SectionName.INBOUND,
    scopes = {Scope.PRODUCT, Scope.API, Scope.OPERATION},
    occurs = Occurs.ONCE_PER_DOCUMENT)
@XmlRootElement(name = "rate-limit")
@XmlAccessorType(XmlAccessType.FIELD)
public final class RateLimit extends Policy {
  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String calls;

  @XmlAttribute(name = "renewal-period", required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0, max = 300, expressions = Expressions.FORBIDDEN)
  private @Nullable String renewalPeriod;

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

  @XmlElement(name = "api")
  private List<RateLimitApi> apis = new ArrayList<>();

  @XmlElement(name = "operation")
  private List<RateLimitOperation> operations = new ArrayList<>();

  public @Nullable String calls() {
    return calls;
  }

  public RateLimit setCalls(@Nullable String value) {
    calls = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String renewalPeriod() {
    return renewalPeriod;
  }

  public RateLimit setRenewalPeriod(@Nullable String value) {
    renewalPeriod = value;
    return this;
  }

  public @Nullable String retryAfterHeaderName() {
    return retryAfterHeaderName;
  }

  public RateLimit setRetryAfterHeaderName(@Nullable String value) {
    retryAfterHeaderName = value;
    return this;
  }

  public @Nullable String retryAfterVariableName() {
    return retryAfterVariableName;
  }

  public RateLimit setRetryAfterVariableName(@Nullable String value) {
    retryAfterVariableName = value;
    return this;
  }

  public @Nullable String remainingCallsHeaderName() {
    return remainingCallsHeaderName;
  }

  public RateLimit setRemainingCallsHeaderName(@Nullable String value) {
    remainingCallsHeaderName = value;
    return this;
  }

  public @Nullable String remainingCallsVariableName() {
    return remainingCallsVariableName;
  }

  public RateLimit setRemainingCallsVariableName(@Nullable String value) {
    remainingCallsVariableName = value;
    return this;
  }

  public @Nullable String totalCallsHeaderName() {
    return totalCallsHeaderName;
  }

  public RateLimit setTotalCallsHeaderName(@Nullable String value) {
    totalCallsHeaderName = value;
    return this;
  }

  /** The {@code <api>} elements in order, to be changed in place. */
  public List<RateLimitApi> apis() {
    return apis;
  }

  /** The {@code <operation>} elements in order, to be changed in place. */
  public List<RateLimitOperation> operations() {
    return operations;
  }
}
