package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A parameter with its value as text. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbParameter extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String type;

  @XmlValue @Literal private String text = "";

  public @Nullable String name() {
    return name;
  }

  public CosmosdbParameter setName(@Nullable String value) {
    name = value;
    return this;
  }

  /** From the schema, on no documentation page. */
  public @Nullable String type() {
    return type;
  }

  public CosmosdbParameter setType(@Nullable String value) {
    type = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public CosmosdbParameter setText(String value) {
    text = value;
    return this;
  }
}
