package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Puts a value into the cache. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    })
@XmlRootElement(name = "cache-store-value")
@XmlAccessorType(XmlAccessType.FIELD)
public final class CacheStoreValue extends Policy {
  @XmlAttribute(required = true)
  @Literal
  private @Nullable String key;

  @XmlAttribute(required = true)
  @Literal
  private @Nullable String value;

  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String duration;

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

  public CacheStoreValue setKey(@Nullable String value) {
    key = value;
    return this;
  }

  public @Nullable String value() {
    return value;
  }

  public CacheStoreValue setValue(@Nullable String value) {
    this.value = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String duration() {
    return duration;
  }

  public CacheStoreValue setDuration(@Nullable String value) {
    duration = value;
    return this;
  }

  public @Nullable String cachingType() {
    return cachingType;
  }

  public CacheStoreValue setCachingType(@Nullable String value) {
    cachingType = value;
    return this;
  }
}
