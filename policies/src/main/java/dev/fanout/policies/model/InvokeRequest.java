package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Starts over with another URI of the gateway; in the schema, on no documentation page. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "invoke-request")
@XmlAccessorType(XmlAccessType.FIELD)
public final class InvokeRequest extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String url;

  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String value;

  public @Nullable String url() {
    return url;
  }

  public InvokeRequest setUrl(@Nullable String value) {
    url = value;
    return this;
  }

  public @Nullable String value() {
    return value;
  }

  public InvokeRequest setValue(@Nullable String value) {
    this.value = value;
    return this;
  }
}
