package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Looks a value up in the cache and, where there is none, runs policies that make one. Known from
 * the policy toolkit only.
 */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    },
    documented = false)
@XmlRootElement(name = "cache-value")
@XmlAccessorType(XmlAccessType.FIELD)
public final class CacheValue extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String key;

  @XmlAttribute(name = "variable-name", required = true)
  @Literal(expressions = Expressions.FORBIDDEN)
  private @Nullable String variableName;

  @XmlAttribute(name = "expires-after")
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String expiresAfter;

  @XmlAttribute(name = "refresh-after")
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String refreshAfter;

  @XmlAttribute(name = "default-value")
  @Literal
  private @Nullable String defaultValue;

  @XmlAttribute(name = "caching-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"prefer-external", "internal", "external"},
      expressions = Expressions.FORBIDDEN,
      byDefault = "prefer-external")
  private @Nullable String cachingType;

  @XmlElement(required = true)
  private @Nullable PolicyBlock value;

  public @Nullable String key() {
    return key;
  }

  public CacheValue setKey(@Nullable String value) {
    key = value;
    return this;
  }

  public @Nullable String variableName() {
    return variableName;
  }

  public CacheValue setVariableName(@Nullable String value) {
    variableName = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String expiresAfter() {
    return expiresAfter;
  }

  public CacheValue setExpiresAfter(@Nullable String value) {
    expiresAfter = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String refreshAfter() {
    return refreshAfter;
  }

  public CacheValue setRefreshAfter(@Nullable String value) {
    refreshAfter = value;
    return this;
  }

  public @Nullable String defaultValue() {
    return defaultValue;
  }

  public CacheValue setDefaultValue(@Nullable String value) {
    defaultValue = value;
    return this;
  }

  public @Nullable String cachingType() {
    return cachingType;
  }

  public CacheValue setCachingType(@Nullable String value) {
    cachingType = value;
    return this;
  }

  public @Nullable PolicyBlock value() {
    return value;
  }

  public CacheValue setValue(@Nullable PolicyBlock value) {
    this.value = value;
    return this;
  }
}
