package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers from the cache, if the response is there. */
@Placement(sections = SectionName.INBOUND, occurs = Occurs.ONCE_PER_SECTION, inFragments = false)
@XmlRootElement(name = "cache-lookup")
@XmlAccessorType(XmlAccessType.FIELD)
public final class CacheLookup extends Policy {
  @XmlAttribute(name = "vary-by-developer", required = true)
  @Literal(kind = ValueKind.BOOLEAN)
  private @Nullable String varyByDeveloper;

  @XmlAttribute(name = "vary-by-developer-groups", required = true)
  @Literal(kind = ValueKind.BOOLEAN)
  private @Nullable String varyByDeveloperGroups;

  @XmlAttribute(name = "allow-private-response-caching")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "false")
  private @Nullable String allowPrivateResponseCaching;

  @XmlAttribute(name = "caching-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"prefer-external", "external", "internal"},
      expressions = Expressions.FORBIDDEN,
      byDefault = "prefer-external")
  private @Nullable String cachingType;

  @XmlAttribute(name = "downstream-caching-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"none", "private", "public"},
      byDefault = "none")
  private @Nullable String downstreamCachingType;

  @XmlAttribute(name = "must-revalidate")
  @Literal(kind = ValueKind.BOOLEAN, byDefault = "true")
  private @Nullable String mustRevalidate;

  @XmlElement(name = "vary-by-header")
  private List<Value> varyByHeaders = new ArrayList<>();

  @XmlElement(name = "vary-by-query-parameter")
  private List<Value> varyByQueryParameters = new ArrayList<>();

  public @Nullable String varyByDeveloper() {
    return varyByDeveloper;
  }

  public CacheLookup setVaryByDeveloper(@Nullable String value) {
    varyByDeveloper = value;
    return this;
  }

  public @Nullable String varyByDeveloperGroups() {
    return varyByDeveloperGroups;
  }

  public CacheLookup setVaryByDeveloperGroups(@Nullable String value) {
    varyByDeveloperGroups = value;
    return this;
  }

  public @Nullable String allowPrivateResponseCaching() {
    return allowPrivateResponseCaching;
  }

  public CacheLookup setAllowPrivateResponseCaching(@Nullable String value) {
    allowPrivateResponseCaching = value;
    return this;
  }

  public @Nullable String cachingType() {
    return cachingType;
  }

  public CacheLookup setCachingType(@Nullable String value) {
    cachingType = value;
    return this;
  }

  public @Nullable String downstreamCachingType() {
    return downstreamCachingType;
  }

  public CacheLookup setDownstreamCachingType(@Nullable String value) {
    downstreamCachingType = value;
    return this;
  }

  public @Nullable String mustRevalidate() {
    return mustRevalidate;
  }

  public CacheLookup setMustRevalidate(@Nullable String value) {
    mustRevalidate = value;
    return this;
  }

  /** The {@code <vary-by-header>} elements in order, to be changed in place. */
  public List<Value> varyByHeaders() {
    return varyByHeaders;
  }

  /** The {@code <vary-by-query-parameter>} elements in order, to be changed in place. */
  public List<Value> varyByQueryParameters() {
    return varyByQueryParameters;
  }
}
