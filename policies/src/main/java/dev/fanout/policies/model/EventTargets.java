package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Where {@link PublishEvent} publishes to. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class EventTargets extends PolicyPart {
  @XmlElement(name = "graphql-subscription", required = true)
  private List<GraphqlSubscription> subscriptions = new ArrayList<>();

  /** The {@code <graphql-subscription>} elements in order, to be changed in place. */
  public List<GraphqlSubscription> subscriptions() {
    return subscriptions;
  }
}
