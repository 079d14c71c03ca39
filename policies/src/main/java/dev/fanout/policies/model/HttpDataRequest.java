package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/** The request of {@link HttpDataSource}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class HttpDataRequest extends PolicyPart implements PolicyContainer {
  @XmlAnyElement(lax = true)
  @Holds(
      value = {
        GetAuthorizationContext.class,
        SetBackendService.class,
        SetMethod.class,
        SetUrl.class,
        IncludeFragment.class,
        SetHeader.class,
        SetBody.class,
        AuthenticationCertificate.class
      },
      required = {SetMethod.class, SetUrl.class})
  private List<Policy> policies = new ArrayList<>();

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public HttpDataRequest add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
