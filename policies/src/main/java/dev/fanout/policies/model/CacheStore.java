package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Puts the response into the cache. */
@Placement(sections = SectionName.OUTBOUND, occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "cache-store")
@XmlAccessorType(XmlAccessType.FIELD)
public final class CacheStore extends Policy {
  @XmlAttribute(required = true)
  @Literal(kind = ValueKind.INTEGER, min = 0)
  private @Nullable String duration;

  @XmlAttribute(name = "cache-response")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String cacheResponse;

  @XmlAttribute(name = "caching-mode")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String cachingMode;

  /** In seconds. */
  public @Nullable String duration() {
    return duration;
  }

  public CacheStore setDuration(@Nullable String value) {
    duration = value;
    return this;
  }

  public @Nullable String cacheResponse() {
    return cacheResponse;
  }

  public CacheStore setCacheResponse(@Nullable String value) {
    cacheResponse = value;
    return this;
  }

  /** From the schema, on no documentation page. */
  public @Nullable String cachingMode() {
    return cachingMode;
  }

  public CacheStore setCachingMode(@Nullable String value) {
    cachingMode = value;
    return this;
  }
}
