package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Publishes an event to the subscriptions of a GraphQL API. */
@Placement(
    sections = {},
    scopes = {},
    inResolvers = true,
    gateways = {GatewayKind.CLASSIC, GatewayKind.V2, GatewayKind.CONSUMPTION})
@XmlRootElement(name = "publish-event")
@XmlAccessorType(XmlAccessType.FIELD)
public final class PublishEvent extends Policy {
  @XmlElement(required = true)
  private @Nullable EventTargets targets;

  public @Nullable EventTargets targets() {
    return targets;
  }

  public PublishEvent setTargets(@Nullable EventTargets value) {
    targets = value;
    return this;
  }
}
