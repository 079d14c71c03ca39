package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** Who may ask for a path. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class GraphqlRule extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String path;

  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"allow", "reject", "remove"},
      byDefault = "allow")
  private @Nullable String action;

  public @Nullable String path() {
    return path;
  }

  public GraphqlRule setPath(@Nullable String value) {
    path = value;
    return this;
  }

  public @Nullable String action() {
    return action;
  }

  public GraphqlRule setAction(@Nullable String value) {
    action = value;
    return this;
  }
}
