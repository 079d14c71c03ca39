package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** A token of the credential manager. */
@Placement(
    sections = SectionName.INBOUND,
    scopes = {Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION},
    gateways = {GatewayKind.CLASSIC, GatewayKind.V2, GatewayKind.CONSUMPTION})
@XmlRootElement(name = "get-authorization-context")
@XmlAccessorType(XmlAccessType.FIELD)
public final class GetAuthorizationContext extends Policy {
  @XmlAttribute(name = "provider-id", required = true)
  @Literal
  private @Nullable String providerId;

  @XmlAttribute(name = "authorization-id", required = true)
  @Literal
  private @Nullable String authorizationId;

  @XmlAttribute(name = "context-variable-name", required = true)
  @Literal
  private @Nullable String contextVariableName;

  @XmlAttribute(name = "identity-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"managed", "jwt"},
      byDefault = "managed")
  private @Nullable String identityType;

  @XmlAttribute @Literal private @Nullable String identity;

  @XmlAttribute(name = "ignore-error")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String ignoreError;

  public @Nullable String providerId() {
    return providerId;
  }

  public GetAuthorizationContext setProviderId(@Nullable String value) {
    providerId = value;
    return this;
  }

  public @Nullable String authorizationId() {
    return authorizationId;
  }

  public GetAuthorizationContext setAuthorizationId(@Nullable String value) {
    authorizationId = value;
    return this;
  }

  public @Nullable String contextVariableName() {
    return contextVariableName;
  }

  public GetAuthorizationContext setContextVariableName(@Nullable String value) {
    contextVariableName = value;
    return this;
  }

  public @Nullable String identityType() {
    return identityType;
  }

  public GetAuthorizationContext setIdentityType(@Nullable String value) {
    identityType = value;
    return this;
  }

  public @Nullable String identity() {
    return identity;
  }

  public GetAuthorizationContext setIdentity(@Nullable String value) {
    identity = value;
    return this;
  }

  public @Nullable String ignoreError() {
    return ignoreError;
  }

  public GetAuthorizationContext setIgnoreError(@Nullable String value) {
    ignoreError = value;
    return this;
  }
}
