package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/** Policies that run for {@link CacheValue}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class PolicyBlock extends PolicyPart implements PolicyContainer {
  @XmlAnyElement(lax = true)
  private List<Policy> policies = new ArrayList<>();

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public PolicyBlock add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
