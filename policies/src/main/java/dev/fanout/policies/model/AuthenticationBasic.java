package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Basic authentication at the backend. */
@Placement(sections = SectionName.INBOUND, occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "authentication-basic")
@XmlAccessorType(XmlAccessType.FIELD)
public final class AuthenticationBasic extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String username;

  @XmlAttribute(required = true)
  @Literal
  private @Nullable String password;

  public @Nullable String username() {
    return username;
  }

  public AuthenticationBasic setUsername(@Nullable String value) {
    username = value;
    return this;
  }

  public @Nullable String password() {
    return password;
  }

  public AuthenticationBasic setPassword(@Nullable String value) {
    password = value;
    return this;
  }
}
