package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits calls or bandwidth per subscription in a fixed window. */
@Placement(
    sections = SectionName.INBOUND,
    scopes = Scope.PRODUCT,
    occurs = Occurs.ONCE_PER_DOCUMENT)
@XmlRootElement(name = "quota")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Quota extends Policy {
  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String bandwidth;

  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String calls;

  @XmlAttribute(name = "renewal-period", required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.FORBIDDEN)
  private @Nullable String renewalPeriod;

  @XmlElement(name = "api")
  private List<QuotaApi> apis = new ArrayList<>();

  /** In kilobytes. */
  public @Nullable String bandwidth() {
    return bandwidth;
  }

  public Quota setBandwidth(@Nullable String value) {
    bandwidth = value;
    return this;
  }

  public @Nullable String calls() {
    return calls;
  }

  public Quota setCalls(@Nullable String value) {
    calls = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String renewalPeriod() {
    return renewalPeriod;
  }

  public Quota setRenewalPeriod(@Nullable String value) {
    renewalPeriod = value;
    return this;
  }

  /** The {@code <api>} elements in order, to be changed in place. */
  public List<QuotaApi> apis() {
    return apis;
  }
}
