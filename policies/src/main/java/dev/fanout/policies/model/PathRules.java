package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link ValidateParameters} does about parameters in the path. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class PathRules extends PolicyPart {
  @XmlAttribute(name = "specified-parameter-action")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String specifiedParameterAction;

  @XmlElement(name = "parameter")
  private List<NamedAction> parameters = new ArrayList<>();

  public @Nullable String specifiedParameterAction() {
    return specifiedParameterAction;
  }

  public PathRules setSpecifiedParameterAction(@Nullable String value) {
    specifiedParameterAction = value;
    return this;
  }

  /** The {@code <parameter>} elements in order, to be changed in place. */
  public List<NamedAction> parameters() {
    return parameters;
  }
}
