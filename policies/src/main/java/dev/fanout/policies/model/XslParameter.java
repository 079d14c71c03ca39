package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A parameter of a stylesheet, with its value as text. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class XslParameter extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlValue @Literal private String text = "";

  public @Nullable String name() {
    return name;
  }

  public XslParameter setName(@Nullable String value) {
    name = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public XslParameter setText(String value) {
    text = value;
    return this;
  }
}
