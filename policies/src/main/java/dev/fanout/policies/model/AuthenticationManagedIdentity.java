package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** A token of the managed identity for the backend. */
@Placement(
    sections = SectionName.INBOUND,
    scopes = {Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION},
    gateways = {
      GatewayKind.CLASSIC,
      GatewayKind.V2,
      GatewayKind.CONSUMPTION,
      GatewayKind.SELF_HOSTED
    })
@XmlRootElement(name = "authentication-managed-identity")
@XmlAccessorType(XmlAccessType.FIELD)
public final class AuthenticationManagedIdentity extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String resource;

  @XmlAttribute(name = "client-id")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String clientId;

  @XmlAttribute(name = "output-token-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String outputTokenVariableName;

  @XmlAttribute(name = "ignore-error")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED, byDefault = "false")
  private @Nullable String ignoreError;

  public @Nullable String resource() {
    return resource;
  }

  public AuthenticationManagedIdentity setResource(@Nullable String value) {
    resource = value;
    return this;
  }

  public @Nullable String clientId() {
    return clientId;
  }

  public AuthenticationManagedIdentity setClientId(@Nullable String value) {
    clientId = value;
    return this;
  }

  public @Nullable String outputTokenVariableName() {
    return outputTokenVariableName;
  }

  public AuthenticationManagedIdentity setOutputTokenVariableName(@Nullable String value) {
    outputTokenVariableName = value;
    return this;
  }

  public @Nullable String ignoreError() {
    return ignoreError;
  }

  public AuthenticationManagedIdentity setIgnoreError(@Nullable String value) {
    ignoreError = value;
    return this;
  }
}
