package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** A quota for one operation. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class QuotaOperation extends PolicyPart {
  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlAttribute(name = "id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String elementId;

  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String bandwidth;

  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String calls;

  @XmlAttribute(name = "renewal-period")
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String renewalPeriod;

  public @Nullable String name() {
    return name;
  }

  public QuotaOperation setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String elementId() {
    return elementId;
  }

  public QuotaOperation setElementId(@Nullable String value) {
    elementId = value;
    return this;
  }

  public @Nullable String bandwidth() {
    return bandwidth;
  }

  public QuotaOperation setBandwidth(@Nullable String value) {
    bandwidth = value;
    return this;
  }

  public @Nullable String calls() {
    return calls;
  }

  public QuotaOperation setCalls(@Nullable String value) {
    calls = value;
    return this;
  }

  public @Nullable String renewalPeriod() {
    return renewalPeriod;
  }

  public QuotaOperation setRenewalPeriod(@Nullable String value) {
    renewalPeriod = value;
    return this;
  }
}
