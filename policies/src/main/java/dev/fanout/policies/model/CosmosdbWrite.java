package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one item. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbWrite extends PolicyPart implements PolicyContainer {
  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"insert", "replace", "upsert"},
      expressions = Expressions.UNSTATED)
  private @Nullable String type;

  @XmlAttribute(name = "consistency-level")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"bounded-staleness", "consistent-prefix", "eventual", "session", "strong"},
      expressions = Expressions.UNSTATED)
  private @Nullable String consistencyLevel;

  @XmlAttribute(name = "enable-content-response-on-write")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String enableContentResponseOnWrite;

  @XmlAttribute(name = "indexing-directive")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"default", "include", "exclude"},
      expressions = Expressions.UNSTATED)
  private @Nullable String indexingDirective;

  @XmlAttribute(name = "pre-trigger")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String preTrigger;

  @XmlAttribute(name = "post-trigger")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String postTrigger;

  @XmlElement(name = "id", required = true)
  private @Nullable Value itemId;

  @XmlElement(name = "partition-key")
  private @Nullable CosmosdbPartitionKey partitionKey;

  @XmlElement private @Nullable CosmosdbEtag etag;

  @XmlAnyElement(lax = true)
  @Holds({SetBody.class, IncludeFragment.class})
  private List<Policy> policies = new ArrayList<>();

  public @Nullable String type() {
    return type;
  }

  public CosmosdbWrite setType(@Nullable String value) {
    type = value;
    return this;
  }

  public @Nullable String consistencyLevel() {
    return consistencyLevel;
  }

  public CosmosdbWrite setConsistencyLevel(@Nullable String value) {
    consistencyLevel = value;
    return this;
  }

  /** From the schema, on no documentation page. */
  public @Nullable String enableContentResponseOnWrite() {
    return enableContentResponseOnWrite;
  }

  public CosmosdbWrite setEnableContentResponseOnWrite(@Nullable String value) {
    enableContentResponseOnWrite = value;
    return this;
  }

  public @Nullable String indexingDirective() {
    return indexingDirective;
  }

  public CosmosdbWrite setIndexingDirective(@Nullable String value) {
    indexingDirective = value;
    return this;
  }

  public @Nullable String preTrigger() {
    return preTrigger;
  }

  public CosmosdbWrite setPreTrigger(@Nullable String value) {
    preTrigger = value;
    return this;
  }

  public @Nullable String postTrigger() {
    return postTrigger;
  }

  public CosmosdbWrite setPostTrigger(@Nullable String value) {
    postTrigger = value;
    return this;
  }

  public @Nullable Value itemId() {
    return itemId;
  }

  public CosmosdbWrite setItemId(@Nullable Value value) {
    itemId = value;
    return this;
  }

  public @Nullable CosmosdbPartitionKey partitionKey() {
    return partitionKey;
  }

  public CosmosdbWrite setPartitionKey(@Nullable CosmosdbPartitionKey value) {
    partitionKey = value;
    return this;
  }

  public @Nullable CosmosdbEtag etag() {
    return etag;
  }

  public CosmosdbWrite setEtag(@Nullable CosmosdbEtag value) {
    etag = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public CosmosdbWrite add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
