package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Limits calls or bandwidth per key in a fixed window. */
@Placement(
    sections = SectionName.INBOUND,
    gateways = {
      GatewayKind.CLASSIC,
      GatewayKind.V2,
      GatewayKind.SELF_HOSTED,
      GatewayKind.WORKSPACE
    })
@XmlRootElement(name = "quota-by-key")
@XmlAccessorType(XmlAccessType.FIELD)
public final class QuotaByKey extends Policy {
  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String bandwidth;

  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String calls;

  @XmlAttribute(name = "counter-key", required = true)
  @Literal
  private @Nullable String counterKey;

  @XmlAttribute(name = "increment-condition")
  @Literal(kind = ValueKind.BOOLEAN)
  private @Nullable String incrementCondition;

  @XmlAttribute(name = "increment-count")
  @Literal(kind = ValueKind.INTEGER, min = 0, byDefault = "1")
  private @Nullable String incrementCount;

  @XmlAttribute(name = "renewal-period", required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String renewalPeriod;

  @XmlAttribute(name = "first-period-start")
  @Literal(
      kind = ValueKind.DATE_TIME,
      expressions = Expressions.FORBIDDEN,
      byDefault = "0001-01-01T00:00:00Z")
  private @Nullable String firstPeriodStart;

  /** In kilobytes. */
  public @Nullable String bandwidth() {
    return bandwidth;
  }

  public QuotaByKey setBandwidth(@Nullable String value) {
    bandwidth = value;
    return this;
  }

  public @Nullable String calls() {
    return calls;
  }

  public QuotaByKey setCalls(@Nullable String value) {
    calls = value;
    return this;
  }

  public @Nullable String counterKey() {
    return counterKey;
  }

  public QuotaByKey setCounterKey(@Nullable String value) {
    counterKey = value;
    return this;
  }

  public @Nullable String incrementCondition() {
    return incrementCondition;
  }

  public QuotaByKey setIncrementCondition(@Nullable String value) {
    incrementCondition = value;
    return this;
  }

  public @Nullable String incrementCount() {
    return incrementCount;
  }

  public QuotaByKey setIncrementCount(@Nullable String value) {
    incrementCount = value;
    return this;
  }

  /** In seconds, or an ISO 8601 duration. */
  public @Nullable String renewalPeriod() {
    return renewalPeriod;
  }

  public QuotaByKey setRenewalPeriod(@Nullable String value) {
    renewalPeriod = value;
    return this;
  }

  public @Nullable String firstPeriodStart() {
    return firstPeriodStart;
  }

  public QuotaByKey setFirstPeriodStart(@Nullable String value) {
    firstPeriodStart = value;
    return this;
  }
}
