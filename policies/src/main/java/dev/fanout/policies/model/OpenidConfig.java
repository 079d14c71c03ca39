package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** Where keys and issuer come from. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class OpenidConfig extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String url;

  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String host;

  public @Nullable String url() {
    return url;
  }

  public OpenidConfig setUrl(@Nullable String value) {
    url = value;
    return this;
  }

  public @Nullable String host() {
    return host;
  }

  public OpenidConfig setHost(@Nullable String value) {
    host = value;
    return this;
  }
}
