package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** A limit for one operation. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RateLimitOperation extends PolicyPart {
  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlAttribute(name = "id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String elementId;

  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String calls;

  @XmlAttribute(name = "renewal-period", required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0, max = 300, expressions = Expressions.FORBIDDEN)
  private @Nullable String renewalPeriod;

  public @Nullable String name() {
    return name;
  }

  public RateLimitOperation setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String elementId() {
    return elementId;
  }

  public RateLimitOperation setElementId(@Nullable String value) {
    elementId = value;
    return this;
  }

  public @Nullable String calls() {
    return calls;
  }

  public RateLimitOperation setCalls(@Nullable String value) {
    calls = value;
    return this;
  }

  public @Nullable String renewalPeriod() {
    return renewalPeriod;
  }

  public RateLimitOperation setRenewalPeriod(@Nullable String value) {
    renewalPeriod = value;
    return this;
  }
}
