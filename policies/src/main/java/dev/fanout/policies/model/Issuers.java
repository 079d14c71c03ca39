package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Issuers that a token may have. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Issuers extends PolicyPart {
  @XmlElement(name = "issuer")
  private List<Value> issuers = new ArrayList<>();

  /** The {@code <issuer>} elements in order, to be changed in place. */
  public List<Value> issuers() {
    return issuers;
  }
}
