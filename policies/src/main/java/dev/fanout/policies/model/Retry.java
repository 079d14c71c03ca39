package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the policies in it again while the condition holds. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "retry")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Retry extends Policy implements PolicyContainer {
  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.BOOLEAN)
  private @Nullable String condition;

  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 1, max = 50)
  private @Nullable String count;

  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String interval;

  @XmlAttribute(name = "max-interval")
  @Literal(kind = ValueKind.INTEGER, min = 1)
  private @Nullable String maxInterval;

  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 1)
  private @Nullable String delta;

  @XmlAttribute(name = "first-fast-retry")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String firstFastRetry;

  @XmlAnyElement(lax = true)
  private List<Policy> policies = new ArrayList<>();

  public @Nullable String condition() {
    return condition;
  }

  public Retry setCondition(@Nullable String value) {
    condition = value;
    return this;
  }

  public @Nullable String count() {
    return count;
  }

  public Retry setCount(@Nullable String value) {
    count = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String interval() {
    return interval;
  }

  public Retry setInterval(@Nullable String value) {
    interval = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String maxInterval() {
    return maxInterval;
  }

  public Retry setMaxInterval(@Nullable String value) {
    maxInterval = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String delta() {
    return delta;
  }

  public Retry setDelta(@Nullable String value) {
    delta = value;
    return this;
  }

  public @Nullable String firstFastRetry() {
    return firstFastRetry;
  }

  public Retry setFirstFastRetry(@Nullable String value) {
    firstFastRetry = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public Retry add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
