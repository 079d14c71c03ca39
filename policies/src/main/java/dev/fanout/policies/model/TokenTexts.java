package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Tokens as texts; in the schema, on no documentation page. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class TokenTexts extends PolicyPart {
  @XmlElement(name = "token")
  private List<Value> tokens = new ArrayList<>();

  /** The {@code <token>} elements in order, to be changed in place. */
  public List<Value> tokens() {
    return tokens;
  }
}
