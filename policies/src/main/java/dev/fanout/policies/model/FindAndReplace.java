package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Replaces a text in the body. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "find-and-replace")
@XmlAccessorType(XmlAccessType.FIELD)
public final class FindAndReplace extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String from;

  @XmlAttribute(required = true)
  @Literal
  private @Nullable String to;

  public @Nullable String from() {
    return from;
  }

  public FindAndReplace setFrom(@Nullable String value) {
    from = value;
    return this;
  }

  public @Nullable String to() {
    return to;
  }

  public FindAndReplace setTo(@Nullable String value) {
    to = value;
    return this;
  }
}
