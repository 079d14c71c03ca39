package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** In the schema, on no documentation page. */
@Placement(sections = SectionName.INBOUND, documented = false)
@XmlRootElement(name = "authentication-token")
@XmlAccessorType(XmlAccessType.FIELD)
public final class AuthenticationToken extends Policy {
  @XmlAttribute(name = "token-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"managed-service-identity", "token-service"},
      expressions = Expressions.UNSTATED,
      byDefault = "managed-service-identity")
  private @Nullable String tokenType;

  @XmlAttribute(name = "token-service-url")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String tokenServiceUrl;

  @XmlAttribute(name = "resource-url")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String resourceUrl;

  @XmlAttribute(name = "ignore-error")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String ignoreError;

  public @Nullable String tokenType() {
    return tokenType;
  }

  public AuthenticationToken setTokenType(@Nullable String value) {
    tokenType = value;
    return this;
  }

  public @Nullable String tokenServiceUrl() {
    return tokenServiceUrl;
  }

  public AuthenticationToken setTokenServiceUrl(@Nullable String value) {
    tokenServiceUrl = value;
    return this;
  }

  public @Nullable String resourceUrl() {
    return resourceUrl;
  }

  public AuthenticationToken setResourceUrl(@Nullable String value) {
    resourceUrl = value;
    return this;
  }

  public @Nullable String ignoreError() {
    return ignoreError;
  }

  public AuthenticationToken setIgnoreError(@Nullable String value) {
    ignoreError = value;
    return this;
  }
}
