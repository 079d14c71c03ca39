package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** What happens at this status code. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class StatusCodeAction extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 100, max = 999, expressions = Expressions.UNSTATED)
  private @Nullable String code;

  @XmlAttribute(required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String action;

  public @Nullable String code() {
    return code;
  }

  public StatusCodeAction setCode(@Nullable String value) {
    code = value;
    return this;
  }

  public @Nullable String action() {
    return action;
  }

  public StatusCodeAction setAction(@Nullable String value) {
    action = value;
    return this;
  }
}
