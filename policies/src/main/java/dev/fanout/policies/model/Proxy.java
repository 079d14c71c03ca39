package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Sends the request through an HTTP proxy. */
@Placement(sections = SectionName.INBOUND)
@XmlRootElement(name = "proxy")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Proxy extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String url;

  @XmlAttribute @Literal private @Nullable String username;

  @XmlAttribute @Literal private @Nullable String password;

  public @Nullable String url() {
    return url;
  }

  public Proxy setUrl(@Nullable String value) {
    url = value;
    return this;
  }

  public @Nullable String username() {
    return username;
  }

  public Proxy setUsername(@Nullable String value) {
    username = value;
    return this;
  }

  public @Nullable String password() {
    return password;
  }

  public Proxy setPassword(@Nullable String value) {
    password = value;
    return this;
  }
}
