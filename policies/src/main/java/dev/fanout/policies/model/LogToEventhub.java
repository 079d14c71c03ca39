package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** Sends its text to an event hub. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    },
    scopes = {Scope.GLOBAL, Scope.PRODUCT, Scope.API, Scope.OPERATION},
    gateways = {
      GatewayKind.CLASSIC,
      GatewayKind.V2,
      GatewayKind.CONSUMPTION,
      GatewayKind.SELF_HOSTED
    })
@XmlRootElement(name = "log-to-eventhub")
@XmlAccessorType(XmlAccessType.FIELD)
public final class LogToEventhub extends Policy {
  @XmlAttribute(name = "logger-id", required = true)
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String loggerId;

  @XmlAttribute(name = "partition-id")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String partitionId;

  @XmlAttribute(name = "partition-key")
  @Literal
  private @Nullable String partitionKey;

  @XmlValue @Literal private String text = "";

  /** Empty, for JAXB. */
  public LogToEventhub() {}

  public LogToEventhub(String text) {
    this.text = text;
  }

  public @Nullable String loggerId() {
    return loggerId;
  }

  public LogToEventhub setLoggerId(@Nullable String value) {
    loggerId = value;
    return this;
  }

  public @Nullable String partitionId() {
    return partitionId;
  }

  public LogToEventhub setPartitionId(@Nullable String value) {
    partitionId = value;
    return this;
  }

  public @Nullable String partitionKey() {
    return partitionKey;
  }

  public LogToEventhub setPartitionKey(@Nullable String value) {
    partitionKey = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public LogToEventhub setText(String value) {
    text = value;
    return this;
  }
}
