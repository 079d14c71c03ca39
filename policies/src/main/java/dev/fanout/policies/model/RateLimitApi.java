package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A limit for one API. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RateLimitApi extends PolicyPart {
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

  @XmlElement(name = "operation")
  private List<RateLimitOperation> operations = new ArrayList<>();

  public @Nullable String name() {
    return name;
  }

  public RateLimitApi setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String elementId() {
    return elementId;
  }

  public RateLimitApi setElementId(@Nullable String value) {
    elementId = value;
    return this;
  }

  public @Nullable String calls() {
    return calls;
  }

  public RateLimitApi setCalls(@Nullable String value) {
    calls = value;
    return this;
  }

  public @Nullable String renewalPeriod() {
    return renewalPeriod;
  }

  public RateLimitApi setRenewalPeriod(@Nullable String value) {
    renewalPeriod = value;
    return this;
  }

  /** The {@code <operation>} elements in order, to be changed in place. */
  public List<RateLimitOperation> operations() {
    return operations;
  }
}
