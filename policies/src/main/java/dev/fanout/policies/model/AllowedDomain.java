package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** A domain whose documents may read. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class AllowedDomain extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String domain;

  @XmlAttribute
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED, byDefault = "true")
  private @Nullable String secure;

  public @Nullable String domain() {
    return domain;
  }

  public AllowedDomain setDomain(@Nullable String value) {
    domain = value;
    return this;
  }

  public @Nullable String secure() {
    return secure;
  }

  public AllowedDomain setSecure(@Nullable String value) {
    secure = value;
    return this;
  }
}
