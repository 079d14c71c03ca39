package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Metadata of {@link InvokeDaprBinding}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class DaprMetadata extends PolicyPart {
  @XmlElement(name = "item")
  private List<DaprItem> items = new ArrayList<>();

  /** The {@code <item>} elements in order, to be changed in place. */
  public List<DaprItem> items() {
    return items;
  }
}
