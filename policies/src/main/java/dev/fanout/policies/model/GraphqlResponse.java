package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the result of {@link GraphqlDataSource}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class GraphqlResponse extends PolicyPart implements PolicyContainer {
  @XmlAnyElement(lax = true)
  @Holds({SetBody.class, IncludeFragment.class, PublishEvent.class})
  private List<Policy> policies = new ArrayList<>();

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public GraphqlResponse add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
