package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Serves the cross-domain policy file for Flash and Silverlight clients. */
@Placement(
    sections = SectionName.INBOUND,
    scopes = Scope.GLOBAL,
    gateways = {
      GatewayKind.CLASSIC,
      GatewayKind.V2,
      GatewayKind.CONSUMPTION,
      GatewayKind.SELF_HOSTED
    })
@XmlRootElement(name = "cross-domain")
@XmlAccessorType(XmlAccessType.FIELD)
public final class CrossDomain extends Policy {
  @XmlElement(name = "cross-domain-policy")
  private @Nullable CrossDomainPolicy crossDomainPolicy;

  public @Nullable CrossDomainPolicy crossDomainPolicy() {
    return crossDomainPolicy;
  }

  public CrossDomain setCrossDomainPolicy(@Nullable CrossDomainPolicy value) {
    crossDomainPolicy = value;
    return this;
  }
}
