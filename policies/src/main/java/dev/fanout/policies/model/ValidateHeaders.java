package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks headers of the response. */
@Placement(
    sections = {SectionName.OUTBOUND, SectionName.ON_ERROR},
    occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "validate-headers")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ValidateHeaders extends Policy {
  @XmlAttribute(name = "specified-header-action", required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String specifiedHeaderAction;

  @XmlAttribute(name = "unspecified-header-action", required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String unspecifiedHeaderAction;

  @XmlAttribute(name = "errors-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String errorsVariableName;

  @XmlElement(name = "header")
  private List<NamedAction> headers = new ArrayList<>();

  public @Nullable String specifiedHeaderAction() {
    return specifiedHeaderAction;
  }

  public ValidateHeaders setSpecifiedHeaderAction(@Nullable String value) {
    specifiedHeaderAction = value;
    return this;
  }

  public @Nullable String unspecifiedHeaderAction() {
    return unspecifiedHeaderAction;
  }

  public ValidateHeaders setUnspecifiedHeaderAction(@Nullable String value) {
    unspecifiedHeaderAction = value;
    return this;
  }

  public @Nullable String errorsVariableName() {
    return errorsVariableName;
  }

  public ValidateHeaders setErrorsVariableName(@Nullable String value) {
    errorsVariableName = value;
    return this;
  }

  /** The {@code <header>} elements in order, to be changed in place. */
  public List<NamedAction> headers() {
    return headers;
  }
}
