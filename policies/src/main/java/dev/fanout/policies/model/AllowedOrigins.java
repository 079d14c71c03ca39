package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Origins of {@link Cors}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class AllowedOrigins extends PolicyPart {
  @XmlElement(name = "origin", required = true)
  private List<Value> origins = new ArrayList<>();

  /** The {@code <origin>} elements in order, to be changed in place. */
  public List<Value> origins() {
    return origins;
  }
}
