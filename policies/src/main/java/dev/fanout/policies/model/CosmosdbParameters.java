package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Parameters of {@link CosmosdbQuery}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbParameters extends PolicyPart {
  @XmlElement(name = "parameter")
  private List<CosmosdbParameter> parameters = new ArrayList<>();

  /** The {@code <parameter>} elements in order, to be changed in place. */
  public List<CosmosdbParameter> parameters() {
    return parameters;
  }
}
