package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** The master key of a mobile service; in the schema, on no documentation page. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class ZumoKey extends PolicyPart {
  @XmlAttribute(name = "id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String elementId;

  @XmlValue @Literal private String text = "";

  public @Nullable String elementId() {
    return elementId;
  }

  public ZumoKey setElementId(@Nullable String value) {
    elementId = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public ZumoKey setText(String value) {
    text = value;
    return this;
  }
}
