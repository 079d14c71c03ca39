package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends a metric to Application Insights. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "emit-metric")
@XmlAccessorType(XmlAccessType.FIELD)
public final class EmitMetric extends Policy {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String name;

  @XmlAttribute
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String namespace;

  @XmlAttribute
  @Literal(kind = ValueKind.DECIMAL)
  private @Nullable String value;

  @XmlAttribute(name = "default-dimensions")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String defaultDimensions;

  @XmlElement(name = "dimension")
  private List<Dimension> dimensions = new ArrayList<>();

  public @Nullable String name() {
    return name;
  }

  public EmitMetric setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String namespace() {
    return namespace;
  }

  public EmitMetric setNamespace(@Nullable String value) {
    namespace = value;
    return this;
  }

  public @Nullable String value() {
    return value;
  }

  public EmitMetric setValue(@Nullable String value) {
    this.value = value;
    return this;
  }

  /** From the schema, on no documentation page. */
  public @Nullable String defaultDimensions() {
    return defaultDimensions;
  }

  public EmitMetric setDefaultDimensions(@Nullable String value) {
    defaultDimensions = value;
    return this;
  }

  /** The {@code <dimension>} elements in order, to be changed in place. */
  public List<Dimension> dimensions() {
    return dimensions;
  }
}
