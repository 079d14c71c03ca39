package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** Deletes one item. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbDelete extends PolicyPart {
  @XmlAttribute(name = "consistency-level")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"bounded-staleness", "consistent-prefix", "eventual", "session", "strong"},
      expressions = Expressions.UNSTATED)
  private @Nullable String consistencyLevel;

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

  public @Nullable String consistencyLevel() {
    return consistencyLevel;
  }

  public CosmosdbDelete setConsistencyLevel(@Nullable String value) {
    consistencyLevel = value;
    return this;
  }

  public @Nullable String preTrigger() {
    return preTrigger;
  }

  public CosmosdbDelete setPreTrigger(@Nullable String value) {
    preTrigger = value;
    return this;
  }

  public @Nullable String postTrigger() {
    return postTrigger;
  }

  public CosmosdbDelete setPostTrigger(@Nullable String value) {
    postTrigger = value;
    return this;
  }

  public @Nullable Value itemId() {
    return itemId;
  }

  public CosmosdbDelete setItemId(@Nullable Value value) {
    itemId = value;
    return this;
  }

  public @Nullable CosmosdbPartitionKey partitionKey() {
    return partitionKey;
  }

  public CosmosdbDelete setPartitionKey(@Nullable CosmosdbPartitionKey value) {
    partitionKey = value;
    return this;
  }

  public @Nullable CosmosdbEtag etag() {
    return etag;
  }

  public CosmosdbDelete setEtag(@Nullable CosmosdbEtag value) {
    etag = value;
    return this;
  }
}
