package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the policies in it at the same time. The page names the first three, the schema all. */
@Placement(sections = {SectionName.INBOUND, SectionName.BACKEND, SectionName.OUTBOUND})
@XmlRootElement(name = "wait")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Wait extends Policy implements PolicyContainer {
  @XmlAttribute(name = "for")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"all", "any"},
      byDefault = "all")
  private @Nullable String waitFor;

  @XmlAnyElement(lax = true)
  @Holds({
    SendRequest.class,
    CacheLookupValue.class,
    Choose.class,
    ForwardRequest.class,
    CacheStoreValue.class,
    AuthenticationManagedIdentity.class,
    AuthenticationToken.class
  })
  private List<Policy> policies = new ArrayList<>();

  public @Nullable String waitFor() {
    return waitFor;
  }

  public Wait setWaitFor(@Nullable String value) {
    waitFor = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public Wait add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
