package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A branch of {@link Choose}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class When extends PolicyPart implements PolicyContainer {
  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.BOOLEAN)
  private @Nullable String condition;

  @XmlAnyElement(lax = true)
  private List<Policy> policies = new ArrayList<>();

  /** Empty, for JAXB. */
  public When() {}

  public When(String condition) {
    this.condition = condition;
  }

  public @Nullable String condition() {
    return condition;
  }

  public When setCondition(@Nullable String value) {
    condition = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public When add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
