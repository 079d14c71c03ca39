package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** A category of {@link LlmContentSafety}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class SafetyCategory extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"Hate", "SelfHarm", "Sexual", "Violence"},
      expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0, max = 7, expressions = Expressions.UNSTATED)
  private @Nullable String threshold;

  public @Nullable String name() {
    return name;
  }

  public SafetyCategory setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String threshold() {
    return threshold;
  }

  public SafetyCategory setThreshold(@Nullable String value) {
    threshold = value;
    return this;
  }
}
