package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Block lists of {@link LlmContentSafety}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Blocklists extends PolicyPart {
  @XmlElement(name = "id")
  private List<Value> elementIds = new ArrayList<>();

  /** The {@code <id>} elements in order, to be changed in place. */
  public List<Value> elementIds() {
    return elementIds;
  }
}
