package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** At most so many requests at a time run the policies in it. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "limit-concurrency")
@XmlAccessorType(XmlAccessType.FIELD)
public final class LimitConcurrency extends Policy implements PolicyContainer {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String key;

  @XmlAttribute(name = "max-count", required = true)
  @Literal(kind = ValueKind.INTEGER, min = 1, expressions = Expressions.FORBIDDEN)
  private @Nullable String maxCount;

  @XmlAnyElement(lax = true)
  private List<Policy> policies = new ArrayList<>();

  public @Nullable String key() {
    return key;
  }

  public LimitConcurrency setKey(@Nullable String value) {
    key = value;
    return this;
  }

  public @Nullable String maxCount() {
    return maxCount;
  }

  public LimitConcurrency setMaxCount(@Nullable String value) {
    maxCount = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public LimitConcurrency add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
