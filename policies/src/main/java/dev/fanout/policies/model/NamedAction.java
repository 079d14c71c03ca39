package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** What happens if this one is not valid. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class NamedAction extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlAttribute(required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String action;

  public @Nullable String name() {
    return name;
  }

  public NamedAction setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String action() {
    return action;
  }

  public NamedAction setAction(@Nullable String value) {
    action = value;
    return this;
  }
}
