package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for the parameters of one kind. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class ParameterRules extends PolicyPart {
  @XmlAttribute(name = "specified-parameter-action")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String specifiedParameterAction;

  @XmlAttribute(name = "unspecified-parameter-action")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String unspecifiedParameterAction;

  @XmlElement(name = "parameter")
  private List<NamedAction> parameters = new ArrayList<>();

  public @Nullable String specifiedParameterAction() {
    return specifiedParameterAction;
  }

  public ParameterRules setSpecifiedParameterAction(@Nullable String value) {
    specifiedParameterAction = value;
    return this;
  }

  public @Nullable String unspecifiedParameterAction() {
    return unspecifiedParameterAction;
  }

  public ParameterRules setUnspecifiedParameterAction(@Nullable String value) {
    unspecifiedParameterAction = value;
    return this;
  }

  /** The {@code <parameter>} elements in order, to be changed in place. */
  public List<NamedAction> parameters() {
    return parameters;
  }
}
