package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** A subscription field of the schema. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class GraphqlSubscription extends PolicyPart {
  @XmlAttribute(name = "id", required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String elementId;

  public @Nullable String elementId() {
    return elementId;
  }

  public GraphqlSubscription setElementId(@Nullable String value) {
    elementId = value;
    return this;
  }
}
