package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** A name and value beside a traced message. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class TraceMetadata extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String name;

  @XmlAttribute(required = true)
  @Literal
  private @Nullable String value;

  public @Nullable String name() {
    return name;
  }

  public TraceMetadata setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String value() {
    return value;
  }

  public TraceMetadata setValue(@Nullable String value) {
    this.value = value;
    return this;
  }
}
