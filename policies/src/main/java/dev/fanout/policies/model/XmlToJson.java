package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Converts an XML body to JSON. The last three attributes are in the schema only. */
@Placement(sections = {SectionName.INBOUND, SectionName.OUTBOUND, SectionName.ON_ERROR})
@XmlRootElement(name = "xml-to-json")
@XmlAccessorType(XmlAccessType.FIELD)
public final class XmlToJson extends Policy {
  @XmlAttribute(required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"javascript-friendly", "direct"})
  private @Nullable String kind;

  @XmlAttribute(required = true)
  @Literal(
      kind = ValueKind.ENUM,
      words = {"always", "content-type-xml"})
  private @Nullable String apply;

  @XmlAttribute(name = "consider-accept-header")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "true")
  private @Nullable String considerAcceptHeader;

  @XmlAttribute(name = "always-array-child-elements")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String alwaysArrayChildElements;

  @XmlAttribute(name = "preserve-whitespace-nodes")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String preserveWhitespaceNodes;

  @XmlAttribute(name = "empty-values")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"preserve", "as-null"},
      expressions = Expressions.UNSTATED)
  private @Nullable String emptyValues;

  @XmlAttribute(name = "trim-values")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String trimValues;

  public @Nullable String kind() {
    return kind;
  }

  public XmlToJson setKind(@Nullable String value) {
    kind = value;
    return this;
  }

  public @Nullable String apply() {
    return apply;
  }

  public XmlToJson setApply(@Nullable String value) {
    apply = value;
    return this;
  }

  public @Nullable String considerAcceptHeader() {
    return considerAcceptHeader;
  }

  public XmlToJson setConsiderAcceptHeader(@Nullable String value) {
    considerAcceptHeader = value;
    return this;
  }

  public @Nullable String alwaysArrayChildElements() {
    return alwaysArrayChildElements;
  }

  public XmlToJson setAlwaysArrayChildElements(@Nullable String value) {
    alwaysArrayChildElements = value;
    return this;
  }

  public @Nullable String preserveWhitespaceNodes() {
    return preserveWhitespaceNodes;
  }

  public XmlToJson setPreserveWhitespaceNodes(@Nullable String value) {
    preserveWhitespaceNodes = value;
    return this;
  }

  public @Nullable String emptyValues() {
    return emptyValues;
  }

  public XmlToJson setEmptyValues(@Nullable String value) {
    emptyValues = value;
    return this;
  }

  public @Nullable String trimValues() {
    return trimValues;
  }

  public XmlToJson setTrimValues(@Nullable String value) {
    trimValues = value;
    return this;
  }
}
