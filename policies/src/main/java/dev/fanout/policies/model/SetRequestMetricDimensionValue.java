package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** In the schema, on no documentation page. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    },
    documented = false)
@XmlRootElement(name = "set-request-metric-dimension-value")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SetRequestMetricDimensionValue extends Policy {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String value;

  public @Nullable String name() {
    return name;
  }

  public SetRequestMetricDimensionValue setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String value() {
    return value;
  }

  public SetRequestMetricDimensionValue setValue(@Nullable String value) {
    this.value = value;
    return this;
  }
}
