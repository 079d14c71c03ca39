package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Takes a value from the cache into a variable. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "cache-lookup-value")
@XmlAccessorType(XmlAccessType.FIELD)
public final class CacheLookupValue extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String key;

  @XmlAttribute(name = "variable-name", required = true)
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String variableName;

  @XmlAttribute(name = "default-value")
  @Literal
  private @Nullable String defaultValue;

  @XmlAttribute(name = "caching-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"prefer-external", "external", "internal"},
      expressions = Expressions.FORBIDDEN,
      byDefault = "prefer-external")
  private @Nullable String cachingType;

  public @Nullable String key() {
    return key;
  }

  public CacheLookupValue setKey(@Nullable String value) {
    key = value;
    return this;
  }

  public @Nullable String variableName() {
    return variableName;
  }

  public CacheLookupValue setVariableName(@Nullable String value) {
    variableName = value;
    return this;
  }

  public @Nullable String defaultValue() {
    return defaultValue;
  }

  public CacheLookupValue setDefaultValue(@Nullable String value) {
    defaultValue = value;
    return this;
  }

  public @Nullable String cachingType() {
    return cachingType;
  }

  public CacheLookupValue setCachingType(@Nullable String value) {
    cachingType = value;
    return this;
  }
}
