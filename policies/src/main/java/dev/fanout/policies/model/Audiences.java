package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Audiences that a token may have. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Audiences extends PolicyPart {
  @XmlElement(name = "audience")
  private List<Value> audiences = new ArrayList<>();

  /** The {@code <audience>} elements in order, to be changed in place. */
  public List<Value> audiences() {
    return audiences;
  }
}
