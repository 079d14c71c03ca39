package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Calls a Dapr binding. */
@Placement(
    sections = {SectionName.INBOUND, SectionName.OUTBOUND, SectionName.ON_ERROR},
    scopes = {Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION},
    gateways = GatewayKind.SELF_HOSTED)
@XmlRootElement(name = "invoke-dapr-binding")
@XmlAccessorType(XmlAccessType.FIELD)
public final class InvokeDaprBinding extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String name;

  @XmlAttribute
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String operation;

  @XmlAttribute(name = "ignore-error")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "false")
  private @Nullable String ignoreError;

  @XmlAttribute(name = "response-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String responseVariableName;

  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, byDefault = "5")
  private @Nullable String timeout;

  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"liquid"},
      expressions = Expressions.UNSTATED)
  private @Nullable String template;

  @XmlAttribute(name = "content-type")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String contentType;

  @XmlElement private @Nullable DaprMetadata metadata;

  @XmlElement private @Nullable Value data;

  public @Nullable String name() {
    return name;
  }

  public InvokeDaprBinding setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String operation() {
    return operation;
  }

  public InvokeDaprBinding setOperation(@Nullable String value) {
    operation = value;
    return this;
  }

  public @Nullable String ignoreError() {
    return ignoreError;
  }

  public InvokeDaprBinding setIgnoreError(@Nullable String value) {
    ignoreError = value;
    return this;
  }

  public @Nullable String responseVariableName() {
    return responseVariableName;
  }

  public InvokeDaprBinding setResponseVariableName(@Nullable String value) {
    responseVariableName = value;
    return this;
  }

  public @Nullable String timeout() {
    return timeout;
  }

  public InvokeDaprBinding setTimeout(@Nullable String value) {
    timeout = value;
    return this;
  }

  public @Nullable String template() {
    return template;
  }

  public InvokeDaprBinding setTemplate(@Nullable String value) {
    template = value;
    return this;
  }

  public @Nullable String contentType() {
    return contentType;
  }

  public InvokeDaprBinding setContentType(@Nullable String value) {
    contentType = value;
    return this;
  }

  public @Nullable DaprMetadata metadata() {
    return metadata;
  }

  public InvokeDaprBinding setMetadata(@Nullable DaprMetadata value) {
    metadata = value;
    return this;
  }

  public @Nullable Value data() {
    return data;
  }

  public InvokeDaprBinding setData(@Nullable Value value) {
    data = value;
    return this;
  }
}
