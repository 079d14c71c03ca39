package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Rules of {@link ValidateGraphqlRequest}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class GraphqlRules extends PolicyPart {
  @XmlElement(name = "rule", required = true)
  private List<GraphqlRule> rules = new ArrayList<>();

  /** The {@code <rule>} elements in order, to be changed in place. */
  public List<GraphqlRule> rules() {
    return rules;
  }
}
