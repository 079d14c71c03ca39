package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;

/** The URL of a request that a policy sends; no policy of its own. */
@Placement(sections = {})
@XmlRootElement(name = "set-url")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SetUrl extends Policy {
  @XmlValue @Literal private String text = "";

  /** Empty, for JAXB. */
  public SetUrl() {}

  public SetUrl(String text) {
    this.text = text;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public SetUrl setText(String value) {
    text = value;
    return this;
  }
}
