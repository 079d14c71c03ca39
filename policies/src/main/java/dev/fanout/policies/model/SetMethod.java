package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;

/** Changes the method of the request. */
@Placement(sections = {SectionName.INBOUND, SectionName.ON_ERROR})
@XmlRootElement(name = "set-method")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SetMethod extends Policy {
  @XmlValue @Literal private String text = "";

  /** Empty, for JAXB. */
  public SetMethod() {}

  public SetMethod(String text) {
    this.text = text;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public SetMethod setText(String value) {
    text = value;
    return this;
  }
}
