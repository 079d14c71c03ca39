package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Removes a value from the cache. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "cache-remove-value")
@XmlAccessorType(XmlAccessType.FIELD)
public final class CacheRemoveValue extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String key;

  @XmlAttribute(name = "caching-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"prefer-external", "external", "internal"},
      expressions = Expressions.FORBIDDEN,
      byDefault = "prefer-external")
  private @Nullable String cachingType;

  @XmlAttribute(name = "fail-on-cache-removal-error")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String failOnCacheRemovalError;

  public @Nullable String key() {
    return key;
  }

  public CacheRemoveValue setKey(@Nullable String value) {
    key = value;
    return this;
  }

  public @Nullable String cachingType() {
    return cachingType;
  }

  public CacheRemoveValue setCachingType(@Nullable String value) {
    cachingType = value;
    return this;
  }

  public @Nullable String failOnCacheRemovalError() {
    return failOnCacheRemovalError;
  }

  public CacheRemoveValue setFailOnCacheRemovalError(@Nullable String value) {
    failOnCacheRemovalError = value;
    return this;
  }
}
