package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/** {@code <inbound>}, {@code <backend>}, {@code <outbound>} or {@code <on-error>}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Section extends PolicyPart implements PolicyContainer {
  @XmlAnyElement(lax = true)
  private List<Policy> policies = new ArrayList<>();

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public Section add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
