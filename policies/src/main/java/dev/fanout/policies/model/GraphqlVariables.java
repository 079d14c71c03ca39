package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Variables of {@link GraphqlRequest}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class GraphqlVariables extends PolicyPart {
  @XmlElement(name = "variable", required = true)
  private List<GraphqlVariable> variables = new ArrayList<>();

  /** The {@code <variable>} elements in order, to be changed in place. */
  public List<GraphqlVariable> variables() {
    return variables;
  }
}
