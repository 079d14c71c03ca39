package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets, adds or deletes a header of the request or response. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "set-header")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SetHeader extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String name;

  @XmlAttribute(name = "exists-action")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"override", "skip", "append", "delete"},
      byDefault = "override")
  private @Nullable String existsAction;

  @XmlElement(name = "value")
  private List<Value> values = new ArrayList<>();

  /** Empty, for JAXB. */
  public SetHeader() {}

  public SetHeader(String name, String... headerValues) {
    this.name = name;
    for (String value : headerValues) {
      values.add(new Value(value));
    }
  }

  public @Nullable String name() {
    return name;
  }

  public SetHeader setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String existsAction() {
    return existsAction;
  }

  public SetHeader setExistsAction(@Nullable String value) {
    existsAction = value;
    return this;
  }

  /** The {@code <value>} elements in order, to be changed in place. */
  public List<Value> values() {
    return values;
  }
}
