package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** Publishes its text to a Dapr topic. */
@Placement(
    sections = SectionName.INBOUND,
    scopes = {Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION},
    gateways = GatewayKind.SELF_HOSTED)
@XmlRootElement(name = "publish-to-dapr")
@XmlAccessorType(XmlAccessType.FIELD)
public final class PublishToDapr extends Policy {
  @XmlAttribute(name = "pubsub-name")
  @Literal
  private @Nullable String pubsubName;

  @XmlAttribute(required = true)
  @Literal
  private @Nullable String topic;

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
  @Literal(
      kind = ValueKind.ENUM,
      words = {"application/json"},
      expressions = Expressions.UNSTATED)
  private @Nullable String contentType;

  @XmlValue @Literal private String text = "";

  /** Empty, for JAXB. */
  public PublishToDapr() {}

  public PublishToDapr(String text) {
    this.text = text;
  }

  public @Nullable String pubsubName() {
    return pubsubName;
  }

  public PublishToDapr setPubsubName(@Nullable String value) {
    pubsubName = value;
    return this;
  }

  public @Nullable String topic() {
    return topic;
  }

  public PublishToDapr setTopic(@Nullable String value) {
    topic = value;
    return this;
  }

  public @Nullable String ignoreError() {
    return ignoreError;
  }

  public PublishToDapr setIgnoreError(@Nullable String value) {
    ignoreError = value;
    return this;
  }

  public @Nullable String responseVariableName() {
    return responseVariableName;
  }

  public PublishToDapr setResponseVariableName(@Nullable String value) {
    responseVariableName = value;
    return this;
  }

  public @Nullable String timeout() {
    return timeout;
  }

  public PublishToDapr setTimeout(@Nullable String value) {
    timeout = value;
    return this;
  }

  public @Nullable String template() {
    return template;
  }

  public PublishToDapr setTemplate(@Nullable String value) {
    template = value;
    return this;
  }

  public @Nullable String contentType() {
    return contentType;
  }

  public PublishToDapr setContentType(@Nullable String value) {
    contentType = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public PublishToDapr setText(String value) {
    text = value;
    return this;
  }
}
