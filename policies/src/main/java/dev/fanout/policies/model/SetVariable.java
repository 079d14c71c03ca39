package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Puts a value into {@code context.Variables}: a string, or what the expression gives. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "set-variable")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SetVariable extends Policy {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String name;

  @XmlAttribute(required = true)
  @Literal
  private @Nullable String value;

  /** Empty, for JAXB. */
  public SetVariable() {}

  public SetVariable(String name, String value) {
    this.name = name;
    this.value = value;
  }

  public @Nullable String name() {
    return name;
  }

  public SetVariable setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String value() {
    return value;
  }

  public SetVariable setValue(@Nullable String value) {
    this.value = value;
    return this;
  }
}
