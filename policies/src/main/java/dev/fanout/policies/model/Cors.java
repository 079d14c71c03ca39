package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Answers cross-origin requests of browsers. */
@Placement(sections = SectionName.INBOUND, occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "cors")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Cors extends Policy {
  @XmlAttribute(name = "allow-credentials")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String allowCredentials;

  @XmlAttribute(name = "terminate-unmatched-request")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "true")
  private @Nullable String terminateUnmatchedRequest;

  @XmlElement(name = "allowed-origins", required = true)
  private @Nullable AllowedOrigins allowedOrigins;

  @XmlElement(name = "allowed-methods")
  private @Nullable AllowedMethods allowedMethods;

  @XmlElement(name = "allowed-headers")
  private @Nullable HeaderNames allowedHeaders;

  @XmlElement(name = "expose-headers")
  private @Nullable HeaderNames exposeHeaders;

  public @Nullable String allowCredentials() {
    return allowCredentials;
  }

  public Cors setAllowCredentials(@Nullable String value) {
    allowCredentials = value;
    return this;
  }

  public @Nullable String terminateUnmatchedRequest() {
    return terminateUnmatchedRequest;
  }

  public Cors setTerminateUnmatchedRequest(@Nullable String value) {
    terminateUnmatchedRequest = value;
    return this;
  }

  public @Nullable AllowedOrigins allowedOrigins() {
    return allowedOrigins;
  }

  public Cors setAllowedOrigins(@Nullable AllowedOrigins value) {
    allowedOrigins = value;
    return this;
  }

  public @Nullable AllowedMethods allowedMethods() {
    return allowedMethods;
  }

  public Cors setAllowedMethods(@Nullable AllowedMethods value) {
    allowedMethods = value;
    return this;
  }

  public @Nullable HeaderNames allowedHeaders() {
    return allowedHeaders;
  }

  public Cors setAllowedHeaders(@Nullable HeaderNames value) {
    allowedHeaders = value;
    return this;
  }

  public @Nullable HeaderNames exposeHeaders() {
    return exposeHeaders;
  }

  public Cors setExposeHeaders(@Nullable HeaderNames value) {
    exposeHeaders = value;
    return this;
  }
}
