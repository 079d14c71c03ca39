package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Converts a JSON body to XML. The last six attributes are in the schema only. */
@Placement(sections = {SectionName.INBOUND, SectionName.OUTBOUND, SectionName.ON_ERROR})
@XmlRootElement(name = "json-to-xml")
@XmlAccessorType(XmlAccessType.FIELD)
public final class JsonToXml extends Policy {
  @XmlAttribute(required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"always", "content-type-json"})
  private @Nullable String apply;

  @XmlAttribute(name = "consider-accept-header")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "true")
  private @Nullable String considerAcceptHeader;

  @XmlAttribute(name = "parse-date")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.FORBIDDEN, byDefault = "true")
  private @Nullable String parseDate;

  @XmlAttribute(name = "namespace-separator")
  @Literal(byDefault = "Underscore")
  private @Nullable String namespaceSeparator;

  @XmlAttribute(name = "namespace-prefix")
  @Literal
  private @Nullable String namespacePrefix;

  @XmlAttribute(name = "attribute-block-name")
  @Literal
  private @Nullable String attributeBlockName;

  @XmlAttribute(name = "attribute-prefix")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String attributePrefix;

  @XmlAttribute(name = "namespace-block-name")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String namespaceBlockName;

  @XmlAttribute(name = "invalid-character-replacement")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String invalidCharacterReplacement;

  @XmlAttribute(name = "null-values")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String nullValues;

  @XmlAttribute(name = "trim-values")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String trimValues;

  @XmlAttribute(name = "empty-values")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"preserve", "as-null"},
      expressions = Expressions.UNSTATED)
  private @Nullable String emptyValues;

  public @Nullable String apply() {
    return apply;
  }

  public JsonToXml setApply(@Nullable String value) {
    apply = value;
    return this;
  }

  public @Nullable String considerAcceptHeader() {
    return considerAcceptHeader;
  }

  public JsonToXml setConsiderAcceptHeader(@Nullable String value) {
    considerAcceptHeader = value;
    return this;
  }

  public @Nullable String parseDate() {
    return parseDate;
  }

  public JsonToXml setParseDate(@Nullable String value) {
    parseDate = value;
    return this;
  }

  public @Nullable String namespaceSeparator() {
    return namespaceSeparator;
  }

  public JsonToXml setNamespaceSeparator(@Nullable String value) {
    namespaceSeparator = value;
    return this;
  }

  public @Nullable String namespacePrefix() {
    return namespacePrefix;
  }

  public JsonToXml setNamespacePrefix(@Nullable String value) {
    namespacePrefix = value;
    return this;
  }

  public @Nullable String attributeBlockName() {
    return attributeBlockName;
  }

  public JsonToXml setAttributeBlockName(@Nullable String value) {
    attributeBlockName = value;
    return this;
  }

  public @Nullable String attributePrefix() {
    return attributePrefix;
  }

  public JsonToXml setAttributePrefix(@Nullable String value) {
    attributePrefix = value;
    return this;
  }

  public @Nullable String namespaceBlockName() {
    return namespaceBlockName;
  }

  public JsonToXml setNamespaceBlockName(@Nullable String value) {
    namespaceBlockName = value;
    return this;
  }

  public @Nullable String invalidCharacterReplacement() {
    return invalidCharacterReplacement;
  }

  public JsonToXml setInvalidCharacterReplacement(@Nullable String value) {
    invalidCharacterReplacement = value;
    return this;
  }

  public @Nullable String nullValues() {
    return nullValues;
  }

  public JsonToXml setNullValues(@Nullable String value) {
    nullValues = value;
    return this;
  }

  public @Nullable String trimValues() {
    return trimValues;
  }

  public JsonToXml setTrimValues(@Nullable String value) {
    trimValues = value;
    return this;
  }

  public @Nullable String emptyValues() {
    return emptyValues;
  }

  public JsonToXml setEmptyValues(@Nullable String value) {
    emptyValues = value;
    return this;
  }
}
