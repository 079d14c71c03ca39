package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Sets status code and reason phrase of the response. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "set-status")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SetStatus extends Policy {
  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 100, max = 999)
  private @Nullable String code;

  @XmlAttribute @Literal private @Nullable String reason;

  /** Empty, for JAXB. */
  public SetStatus() {}

  public SetStatus(String code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  public @Nullable String code() {
    return code;
  }

  public SetStatus setCode(@Nullable String value) {
    code = value;
    return this;
  }

  /** Required by the page, optional in the schema; the schema is followed. */
  public @Nullable String reason() {
    return reason;
  }

  public SetStatus setReason(@Nullable String value) {
    reason = value;
    return this;
  }
}
