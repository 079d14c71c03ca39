package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Checks parameters of the request. */
@Placement(sections = SectionName.INBOUND, occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "validate-parameters")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ValidateParameters extends Policy {
  @XmlAttribute(name = "specified-parameter-action", required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String specifiedParameterAction;

  @XmlAttribute(name = "unspecified-parameter-action", required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String unspecifiedParameterAction;

  @XmlAttribute(name = "errors-variable-name")
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String errorsVariableName;

  @XmlElement private @Nullable ParameterRules headers;

  @XmlElement private @Nullable ParameterRules query;

  @XmlElement private @Nullable PathRules path;

  public @Nullable String specifiedParameterAction() {
    return specifiedParameterAction;
  }

  public ValidateParameters setSpecifiedParameterAction(@Nullable String value) {
    specifiedParameterAction = value;
    return this;
  }

  public @Nullable String unspecifiedParameterAction() {
    return unspecifiedParameterAction;
  }

  public ValidateParameters setUnspecifiedParameterAction(@Nullable String value) {
    unspecifiedParameterAction = value;
    return this;
  }

  public @Nullable String errorsVariableName() {
    return errorsVariableName;
  }

  public ValidateParameters setErrorsVariableName(@Nullable String value) {
    errorsVariableName = value;
    return this;
  }

  public @Nullable ParameterRules headers() {
    return headers;
  }

  public ValidateParameters setHeaders(@Nullable ParameterRules value) {
    headers = value;
    return this;
  }

  public @Nullable ParameterRules query() {
    return query;
  }

  public ValidateParameters setQuery(@Nullable ParameterRules value) {
    query = value;
    return this;
  }

  public @Nullable PathRules path() {
    return path;
  }

  public ValidateParameters setPath(@Nullable PathRules value) {
    path = value;
    return this;
  }
}
