package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/** How the request of {@link HttpDataSource} is sent. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class HttpDataBackend extends PolicyPart implements PolicyContainer {
  @XmlAnyElement(lax = true)
  @Holds({ForwardRequest.class})
  private List<Policy> policies = new ArrayList<>();

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public HttpDataBackend add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
