package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Sends the request to the backend and waits for the response. */
@Placement(sections = SectionName.BACKEND)
@XmlRootElement(name = "forward-request")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ForwardRequest extends Policy {
  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, byDefault = "300")
  private @Nullable String timeout;

  @XmlAttribute(name = "timeout-ms")
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String timeoutMs;

  @XmlAttribute(name = "continue-timeout")
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String continueTimeout;

  @XmlAttribute(name = "http-version")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"1", "2or1", "2"},
      expressions = Expressions.UNSTATED,
      byDefault = "1")
  private @Nullable String httpVersion;

  @XmlAttribute(name = "follow-redirects")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String followRedirects;

  @XmlAttribute(name = "buffer-request-body")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED, byDefault = "false")
  private @Nullable String bufferRequestBody;

  @XmlAttribute(name = "buffer-response")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "true")
  private @Nullable String bufferResponse;

  @XmlAttribute(name = "fail-on-error-status-code")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "false")
  private @Nullable String failOnErrorStatusCode;

  /** In seconds. */
  public @Nullable String timeout() {
    return timeout;
  }

  public ForwardRequest setTimeout(@Nullable String value) {
    timeout = value;
    return this;
  }

  /** In milliseconds. */
  public @Nullable String timeoutMs() {
    return timeoutMs;
  }

  public ForwardRequest setTimeoutMs(@Nullable String value) {
    timeoutMs = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String continueTimeout() {
    return continueTimeout;
  }

  public ForwardRequest setContinueTimeout(@Nullable String value) {
    continueTimeout = value;
    return this;
  }

  public @Nullable String httpVersion() {
    return httpVersion;
  }

  public ForwardRequest setHttpVersion(@Nullable String value) {
    httpVersion = value;
    return this;
  }

  public @Nullable String followRedirects() {
    return followRedirects;
  }

  public ForwardRequest setFollowRedirects(@Nullable String value) {
    followRedirects = value;
    return this;
  }

  public @Nullable String bufferRequestBody() {
    return bufferRequestBody;
  }

  public ForwardRequest setBufferRequestBody(@Nullable String value) {
    bufferRequestBody = value;
    return this;
  }

  public @Nullable String bufferResponse() {
    return bufferResponse;
  }

  public ForwardRequest setBufferResponse(@Nullable String value) {
    bufferResponse = value;
    return this;
  }

  public @Nullable String failOnErrorStatusCode() {
    return failOnErrorStatusCode;
  }

  public ForwardRequest setFailOnErrorStatusCode(@Nullable String value) {
    failOnErrorStatusCode = value;
    return this;
  }
}
