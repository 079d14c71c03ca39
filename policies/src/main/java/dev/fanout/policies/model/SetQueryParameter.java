package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets, adds or deletes a parameter of the query that goes to the backend. */
@Placement(sections = {SectionName.INBOUND, SectionName.BACKEND})
@XmlRootElement(name = "set-query-parameter")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SetQueryParameter extends Policy {
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
  public SetQueryParameter() {}

  public SetQueryParameter(String name, String... parameterValues) {
    this.name = name;
    for (String value : parameterValues) {
      values.add(new Value(value));
    }
  }

  public @Nullable String name() {
    return name;
  }

  public SetQueryParameter setName(@Nullable String value) {
    name = value;
    return this;
  }

  public @Nullable String existsAction() {
    return existsAction;
  }

  public SetQueryParameter setExistsAction(@Nullable String value) {
    existsAction = value;
    return this;
  }

  /** The {@code <value>} elements in order, to be changed in place. */
  public List<Value> values() {
    return values;
  }
}
