package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quota for one API. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class QuotaApi extends PolicyPart {
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

  @XmlElement(name = "operation")
  private List<QuotaOperation> operations = new ArrayList<>();

  public @Nullable String name() {
    return name;
  }

  public QuotaApi setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String elementId() {
    return elementId;
  }

  public QuotaApi setElementId(@Nullable String value) {
    elementId = value;
    return this;
  }

  public @Nullable String bandwidth() {
    return bandwidth;
  }

  public QuotaApi setBandwidth(@Nullable String value) {
    bandwidth = value;
    return this;
  }

  public @Nullable String calls() {
    return calls;
  }

  public QuotaApi setCalls(@Nullable String value) {
    calls = value;
    return this;
  }

  public @Nullable String renewalPeriod() {
    return renewalPeriod;
  }

  public QuotaApi setRenewalPeriod(@Nullable String value) {
    renewalPeriod = value;
    return this;
  }

  /** The {@code <operation>} elements in order, to be changed in place. */
  public List<QuotaOperation> operations() {
    return operations;
  }
}
