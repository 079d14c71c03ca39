package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;

/** What becomes of the response of {@link HttpDataSource}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class HttpDataResponse extends PolicyPart implements PolicyContainer {
  @XmlAnyElement(lax = true)
  @Holds({
    SetBody.class,
    JsonToXml.class,
    XmlToJson.class,
    FindAndReplace.class,
    PublishEvent.class,
    IncludeFragment.class
  })
  private List<Policy> policies = new ArrayList<>();

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public HttpDataResponse add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
