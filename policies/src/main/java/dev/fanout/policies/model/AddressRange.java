package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** Addresses of {@link IpFilter}, both ends included. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class AddressRange extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String from;

  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String to;

  public @Nullable String from() {
    return from;
  }

  public AddressRange setFrom(@Nullable String value) {
    from = value;
    return this;
  }

  public @Nullable String to() {
    return to;
  }

  public AddressRange setTo(@Nullable String value) {
    to = value;
    return this;
  }
}
