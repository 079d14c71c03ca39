package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the result of {@link CosmosdbDataSource}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbResponse extends PolicyPart implements PolicyContainer {
  @XmlAnyElement(lax = true)
  @Holds({SetBody.class, PublishEvent.class, IncludeFragment.class})
  private List<Policy> policies = new ArrayList<>();

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public CosmosdbResponse add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
