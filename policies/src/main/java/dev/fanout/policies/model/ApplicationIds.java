package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Applications, as children. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class ApplicationIds extends PolicyPart {
  @XmlElement(name = "application-id")
  private List<Value> applicationIds = new ArrayList<>();

  /** The {@code <application-id>} elements in order, to be changed in place. */
  public List<Value> applicationIds() {
    return applicationIds;
  }
}
