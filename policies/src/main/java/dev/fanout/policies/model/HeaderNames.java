package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Names of headers, as children. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class HeaderNames extends PolicyPart {
  @XmlElement(name = "header")
  private List<Value> headers = new ArrayList<>();

  /** The {@code <header>} elements in order, to be changed in place. */
  public List<Value> headers() {
    return headers;
  }
}
