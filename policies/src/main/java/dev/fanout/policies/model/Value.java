package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** An element that holds one text: {@code <value>}, {@code <origin>}, {@code <message>}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Value extends PolicyPart {
  @XmlValue @Literal private String text = "";

  /**
   * Never filled. Without it JAXB takes the class for a simple type, and tells no listener of it.
   */
  @XmlAnyAttribute private @Nullable Map<QName, String> others;

  /** Empty, for JAXB. */
  public Value() {}

  public Value(String text) {
    this.text = text;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public Value setText(String value) {
    text = value;
    return this;
  }
}
