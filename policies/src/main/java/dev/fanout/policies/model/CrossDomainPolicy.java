package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content of the file of {@link CrossDomain}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CrossDomainPolicy extends PolicyPart {
  @XmlElement(name = "site-control")
  private @Nullable SiteControl siteControl;

  @XmlElement(name = "allow-access-from")
  private List<AllowedDomain> allowAccessFrom = new ArrayList<>();

  @XmlElement(name = "allow-http-request-headers-from")
  private List<AllowedHeaderDomain> allowHttpRequestHeadersFrom = new ArrayList<>();

  public @Nullable SiteControl siteControl() {
    return siteControl;
  }

  public CrossDomainPolicy setSiteControl(@Nullable SiteControl value) {
    siteControl = value;
    return this;
  }

  /** The {@code <allow-access-from>} elements in order, to be changed in place. */
  public List<AllowedDomain> allowAccessFrom() {
    return allowAccessFrom;
  }

  /** The {@code <allow-http-request-headers-from>} elements in order, to be changed in place. */
  public List<AllowedHeaderDomain> allowHttpRequestHeadersFrom() {
    return allowHttpRequestHeadersFrom;
  }
}
