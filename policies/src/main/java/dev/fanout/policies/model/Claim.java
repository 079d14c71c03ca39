package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim and the values that it may have. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class Claim extends PolicyPart {
  @XmlAttribute(required = true)
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String name;

  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"all", "any"},
      expressions = Expressions.UNSTATED,
      byDefault = "all")
  private @Nullable String match;

  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String separator;

  @XmlElement(name = "value")
  private List<Value> values = new ArrayList<>();

  public @Nullable String name() {
    return name;
  }

  public Claim setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String match() {
    return match;
  }

  public Claim setMatch(@Nullable String value) {
    match = value;
    return this;
  }

  public @Nullable String separator() {
    return separator;
  }

  public Claim setSeparator(@Nullable String value) {
    separator = value;
    return this;
  }

  /** The {@code <value>} elements in order, to be changed in place. */
  public List<Value> values() {
    return values;
  }
}
