package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** Which policy files of the domain count. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class SiteControl extends PolicyPart {
  @XmlAttribute(name = "permitted-cross-domain-policies", required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"all", "by-content-type", "master-only", "none"},
      expressions = Expressions.UNSTATED)
  private @Nullable String permittedCrossDomainPolicies;

  public @Nullable String permittedCrossDomainPolicies() {
    return permittedCrossDomainPolicies;
  }

  public SiteControl setPermittedCrossDomainPolicies(@Nullable String value) {
    permittedCrossDomainPolicies = value;
    return this;
  }
}
