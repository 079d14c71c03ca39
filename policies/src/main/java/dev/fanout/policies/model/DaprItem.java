package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A key and, as its text, a value. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class DaprItem extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String key;

  @XmlValue @Literal private String text = "";

  public @Nullable String key() {
    return key;
  }

  public DaprItem setKey(@Nullable String value) {
    key = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public DaprItem setText(String value) {
    text = value;
    return this;
  }
}
