package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import org.jspecify.annotations.Nullable;

/** How content of a type is checked. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class ContentRule extends PolicyPart {
  @XmlAttribute
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String type;

  @XmlAttribute(name = "validate-as", required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"json", "xml", "soap"},
      expressions = Expressions.UNSTATED)
  private @Nullable String validateAs;

  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"ignore", "prevent", "detect"})
  private @Nullable String action;

  @XmlAttribute(name = "schema-id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String schemaId;

  @XmlAttribute(name = "schema-ref")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String schemaRef;

  @XmlAttribute(name = "allow-additional-properties")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String allowAdditionalProperties;

  @XmlAttribute(name = "case-insensitive-property-names")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String caseInsensitivePropertyNames;

  public @Nullable String type() {
    return type;
  }

  public ContentRule setType(@Nullable String value) {
    type = value;
    return this;
  }

  public @Nullable String validateAs() {
    return validateAs;
  }

  public ContentRule setValidateAs(@Nullable String value) {
    validateAs = value;
    return this;
  }

  public @Nullable String action() {
    return action;
  }

  public ContentRule setAction(@Nullable String value) {
    action = value;
    return this;
  }

  public @Nullable String schemaId() {
    return schemaId;
  }

  public ContentRule setSchemaId(@Nullable String value) {
    schemaId = value;
    return this;
  }

  public @Nullable String schemaRef() {
    return schemaRef;
  }

  public ContentRule setSchemaRef(@Nullable String value) {
    schemaRef = value;
    return this;
  }

  public @Nullable String allowAdditionalProperties() {
    return allowAdditionalProperties;
  }

  public ContentRule setAllowAdditionalProperties(@Nullable String value) {
    allowAdditionalProperties = value;
    return this;
  }

  public @Nullable String caseInsensitivePropertyNames() {
    return caseInsensitivePropertyNames;
  }

  public ContentRule setCaseInsensitivePropertyNames(@Nullable String value) {
    caseInsensitivePropertyNames = value;
    return this;
  }
}
