package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** A query and its parameters. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbQuery extends PolicyPart {
  @XmlAttribute(name = "enable-low-precision-order-by")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String enableLowPrecisionOrderBy;

  @XmlElement(name = "sql-statement")
  private @Nullable Value sqlStatement;

  @XmlElement private @Nullable CosmosdbParameters parameters;

  @XmlElement(name = "partition-key")
  private @Nullable CosmosdbPartitionKey partitionKey;

  @XmlElement private @Nullable CosmosdbPaging paging;

  public @Nullable String enableLowPrecisionOrderBy() {
    return enableLowPrecisionOrderBy;
  }

  public CosmosdbQuery setEnableLowPrecisionOrderBy(@Nullable String value) {
    enableLowPrecisionOrderBy = value;
    return this;
  }

  public @Nullable Value sqlStatement() {
    return sqlStatement;
  }

  public CosmosdbQuery setSqlStatement(@Nullable Value value) {
    sqlStatement = value;
    return this;
  }

  public @Nullable CosmosdbParameters parameters() {
    return parameters;
  }

  public CosmosdbQuery setParameters(@Nullable CosmosdbParameters value) {
    parameters = value;
    return this;
  }

  public @Nullable CosmosdbPartitionKey partitionKey() {
    return partitionKey;
  }

  public CosmosdbQuery setPartitionKey(@Nullable CosmosdbPartitionKey value) {
    partitionKey = value;
    return this;
  }

  public @Nullable CosmosdbPaging paging() {
    return paging;
  }

  public CosmosdbQuery setPaging(@Nullable CosmosdbPaging value) {
    paging = value;
    return this;
  }
}
