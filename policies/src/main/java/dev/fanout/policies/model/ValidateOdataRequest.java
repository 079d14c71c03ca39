package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Checks an OData request. */
@Placement(
    sections = SectionName.INBOUND,
    scopes = {Scope.GLOBAL, Scope.WORKSPACE, Scope.PRODUCT, Scope.API},
    occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "validate-odata-request")
@XmlAccessorType(XmlAccessType.FIELD)
public final class ValidateOdataRequest extends Policy {
  @XmlAttribute(name = "error-variable-name")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String errorVariableName;

  @XmlAttribute(name = "default-odata-version")
  @Literal(expressions = Expressions.UNSTATED, byDefault = "4.0")
  private @Nullable String defaultOdataVersion;

  @XmlAttribute(name = "min-odata-version")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String minOdataVersion;

  @XmlAttribute(name = "max-odata-version")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String maxOdataVersion;

  @XmlAttribute(name = "max-size")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String maxSize;

  public @Nullable String errorVariableName() {
    return errorVariableName;
  }

  public ValidateOdataRequest setErrorVariableName(@Nullable String value) {
    errorVariableName = value;
    return this;
  }

  public @Nullable String defaultOdataVersion() {
    return defaultOdataVersion;
  }

  public ValidateOdataRequest setDefaultOdataVersion(@Nullable String value) {
    defaultOdataVersion = value;
    return this;
  }

  public @Nullable String minOdataVersion() {
    return minOdataVersion;
  }

  public ValidateOdataRequest setMinOdataVersion(@Nullable String value) {
    minOdataVersion = value;
    return this;
  }

  public @Nullable String maxOdataVersion() {
    return maxOdataVersion;
  }

  public ValidateOdataRequest setMaxOdataVersion(@Nullable String value) {
    maxOdataVersion = value;
    return this;
  }

  public @Nullable String maxSize() {
    return maxSize;
  }

  public ValidateOdataRequest setMaxSize(@Nullable String value) {
    maxSize = value;
    return this;
  }
}
