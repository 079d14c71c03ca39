package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A name and, as its text, a value. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class MessageProperty extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlValue @Literal private String text = "";

  public @Nullable String name() {
    return name;
  }

  public MessageProperty setName(@Nullable String value) {
    name = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public MessageProperty setText(String value) {
    text = value;
    return this;
  }
}
