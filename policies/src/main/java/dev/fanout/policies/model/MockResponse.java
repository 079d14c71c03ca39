package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Answers with an example of the operation. */
@Placement(
    sections = {SectionName.INBOUND, SectionName.OUTBOUND, SectionName.ON_ERROR},
    terminates = true)
@XmlRootElement(name = "mock-response")
@XmlAccessorType(XmlAccessType.FIELD)
public final class MockResponse extends Policy {
  @XmlAttribute(name = "status-code")
  @Literal(
      kind = ValueKind.INTEGER,
      min = 100,
      max = 999,
      expressions = Expressions.FORBIDDEN,
      byDefault = "200")
  private @Nullable String statusCode;

  @XmlAttribute(name = "content-type")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String contentType;

  @XmlAttribute
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String enabled;

  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, expressions = Expressions.UNSTATED)
  private @Nullable String index;

  public @Nullable String statusCode() {
    return statusCode;
  }

  public MockResponse setStatusCode(@Nullable String value) {
    statusCode = value;
    return this;
  }

  public @Nullable String contentType() {
    return contentType;
  }

  public MockResponse setContentType(@Nullable String value) {
    contentType = value;
    return this;
  }

  /** From the schema, on no documentation page. */
  public @Nullable String enabled() {
    return enabled;
  }

  public MockResponse setEnabled(@Nullable String value) {
    enabled = value;
    return this;
  }

  /** From the schema, on no documentation page. */
  public @Nullable String index() {
    return index;
  }

  public MockResponse setIndex(@Nullable String value) {
    index = value;
    return this;
  }
}
