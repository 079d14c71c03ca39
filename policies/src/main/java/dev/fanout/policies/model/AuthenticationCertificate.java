package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** A client certificate for the backend. */
@Placement(sections = SectionName.INBOUND)
@XmlRootElement(name = "authentication-certificate")
@XmlAccessorType(XmlAccessType.FIELD)
public final class AuthenticationCertificate extends Policy {
  @XmlAttribute @Literal private @Nullable String thumbprint;

  @XmlAttribute(name = "certificate-id")
  @Literal
  private @Nullable String certificateId;

  @XmlAttribute @Literal private @Nullable String body;

  @XmlAttribute @Literal private @Nullable String password;

  public @Nullable String thumbprint() {
    return thumbprint;
  }

  public AuthenticationCertificate setThumbprint(@Nullable String value) {
    thumbprint = value;
    return this;
  }

  public @Nullable String certificateId() {
    return certificateId;
  }

  public AuthenticationCertificate setCertificateId(@Nullable String value) {
    certificateId = value;
    return this;
  }

  public @Nullable String body() {
    return body;
  }

  public AuthenticationCertificate setBody(@Nullable String value) {
    body = value;
    return this;
  }

  public @Nullable String password() {
    return password;
  }

  public AuthenticationCertificate setPassword(@Nullable String value) {
    password = value;
    return this;
  }
}
