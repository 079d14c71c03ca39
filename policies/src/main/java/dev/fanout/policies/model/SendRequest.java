package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends a request and waits for its response. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "send-request")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SendRequest extends Policy implements PolicyContainer {
  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"new", "copy"},
      byDefault = "new")
  private @Nullable String mode;

  @XmlAttribute(name = "response-variable-name", required = true)
  @Literal
  private @Nullable String responseVariableName;

  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, byDefault = "60")
  private @Nullable String timeout;

  @XmlAttribute(name = "timeout-ms")
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String timeoutMs;

  @XmlAttribute(name = "ignore-error")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "false")
  private @Nullable String ignoreError;

  @XmlAttribute(name = "buffer-response")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED, byDefault = "true")
  private @Nullable String bufferResponse;

  @XmlAttribute(name = "fail-on-error-status-code")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED, byDefault = "false")
  private @Nullable String failOnErrorStatusCode;

  @XmlAnyElement(lax = true)
  @Holds({
    SetUrl.class,
    SetMethod.class,
    SetHeader.class,
    SetBody.class,
    AuthenticationCertificate.class,
    AuthenticationToken.class,
    AuthenticationTokenStore.class,
    AuthenticationManagedIdentity.class,
    Proxy.class
  })
  private List<Policy> policies = new ArrayList<>();

  public @Nullable String mode() {
    return mode;
  }

  public SendRequest setMode(@Nullable String value) {
    mode = value;
    return this;
  }

  /** Names the variable that gets the response. */
  public @Nullable String responseVariableName() {
    return responseVariableName;
  }

  public SendRequest setResponseVariableName(@Nullable String value) {
    responseVariableName = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String timeout() {
    return timeout;
  }

  public SendRequest setTimeout(@Nullable String value) {
    timeout = value;
    return this;
  }

  /** In milliseconds; from the schema, on no documentation page. */
  public @Nullable String timeoutMs() {
    return timeoutMs;
  }

  public SendRequest setTimeoutMs(@Nullable String value) {
    timeoutMs = value;
    return this;
  }

  public @Nullable String ignoreError() {
    return ignoreError;
  }

  public SendRequest setIgnoreError(@Nullable String value) {
    ignoreError = value;
    return this;
  }

  public @Nullable String bufferResponse() {
    return bufferResponse;
  }

  public SendRequest setBufferResponse(@Nullable String value) {
    bufferResponse = value;
    return this;
  }

  public @Nullable String failOnErrorStatusCode() {
    return failOnErrorStatusCode;
  }

  public SendRequest setFailOnErrorStatusCode(@Nullable String value) {
    failOnErrorStatusCode = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public SendRequest add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
