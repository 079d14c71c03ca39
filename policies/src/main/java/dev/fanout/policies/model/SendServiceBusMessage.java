package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Sends a message to a queue or topic of Service Bus. */
@Placement(
    sections = {SectionName.INBOUND, SectionName.OUTBOUND, SectionName.ON_ERROR},
    scopes = {Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION},
    gateways = GatewayKind.CLASSIC)
@XmlRootElement(name = "send-service-bus-message")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SendServiceBusMessage extends Policy {
  @XmlAttribute(name = "queue-name")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String queueName;

  @XmlAttribute(name = "topic-name")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String topicName;

  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String namespace;

  @XmlAttribute(name = "client-id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String clientId;

  @XmlElement(required = true)
  private @Nullable Value payload;

  @XmlElement(name = "message-properties")
  private @Nullable MessageProperties messageProperties;

  public @Nullable String queueName() {
    return queueName;
  }

  public SendServiceBusMessage setQueueName(@Nullable String value) {
    queueName = value;
    return this;
  }

  public @Nullable String topicName() {
    return topicName;
  }

  public SendServiceBusMessage setTopicName(@Nullable String value) {
    topicName = value;
    return this;
  }

  public @Nullable String namespace() {
    return namespace;
  }

  public SendServiceBusMessage setNamespace(@Nullable String value) {
    namespace = value;
    return this;
  }

  public @Nullable String clientId() {
    return clientId;
  }

  public SendServiceBusMessage setClientId(@Nullable String value) {
    clientId = value;
    return this;
  }

  public @Nullable Value payload() {
    return payload;
  }

  public SendServiceBusMessage setPayload(@Nullable Value value) {
    payload = value;
    return this;
  }

  public @Nullable MessageProperties messageProperties() {
    return messageProperties;
  }

  public SendServiceBusMessage setMessageProperties(@Nullable MessageProperties value) {
    messageProperties = value;
    return this;
  }
}
