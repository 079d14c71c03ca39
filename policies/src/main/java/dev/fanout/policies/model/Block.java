package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;

/** A group of policies; in the schema, on no documentation page. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    },
    documented = false)
@XmlRootElement(name = "block")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Block extends Policy implements PolicyContainer {
  @XmlAnyElement(lax = true)
  private List<Policy> policies = new ArrayList<>();

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public Block add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
