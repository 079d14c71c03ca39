package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** Reads one item. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbRead extends PolicyPart {
  @XmlElement(name = "id", required = true)
  private @Nullable Value itemId;

  @XmlElement(name = "partition-key")
  private @Nullable CosmosdbPartitionKey partitionKey;

  public @Nullable Value itemId() {
    return itemId;
  }

  public CosmosdbRead setItemId(@Nullable Value value) {
    itemId = value;
    return this;
  }

  public @Nullable CosmosdbPartitionKey partitionKey() {
    return partitionKey;
  }

  public CosmosdbRead setPartitionKey(@Nullable CosmosdbPartitionKey value) {
    partitionKey = value;
    return this;
  }
}
