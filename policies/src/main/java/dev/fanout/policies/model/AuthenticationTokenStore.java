package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** In the schema, on no documentation page. */
@Placement(sections = SectionName.INBOUND, documented = false)
@XmlRootElement(name = "authentication-token-store")
@XmlAccessorType(XmlAccessType.FIELD)
public final class AuthenticationTokenStore extends Policy {
  @XmlAttribute(name = "token-id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String tokenId;

  @XmlAttribute(name = "client-id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String clientId;

  @XmlAttribute(name = "output-token-variable-name")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String outputTokenVariableName;

  @XmlAttribute(name = "ignore-error")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String ignoreError;

  public @Nullable String tokenId() {
    return tokenId;
  }

  public AuthenticationTokenStore setTokenId(@Nullable String value) {
    tokenId = value;
    return this;
  }

  public @Nullable String clientId() {
    return clientId;
  }

  public AuthenticationTokenStore setClientId(@Nullable String value) {
    clientId = value;
    return this;
  }

  public @Nullable String outputTokenVariableName() {
    return outputTokenVariableName;
  }

  public AuthenticationTokenStore setOutputTokenVariableName(@Nullable String value) {
    outputTokenVariableName = value;
    return this;
  }

  public @Nullable String ignoreError() {
    return ignoreError;
  }

  public AuthenticationTokenStore setIgnoreError(@Nullable String value) {
    ignoreError = value;
    return this;
  }
}
