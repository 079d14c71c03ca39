package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/** The branch of {@link Choose} for when no condition holds. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Otherwise extends PolicyPart implements PolicyContainer {
  @XmlAnyElement(lax = true)
  private List<Policy> policies = new ArrayList<>();

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public Otherwise add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
