package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** The container that {@link CosmosdbDataSource} asks. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbConnectionInfo extends PolicyPart {
  @XmlElement(name = "connection-string", required = true)
  private @Nullable CosmosdbConnectionString connectionString;

  @XmlElement(name = "database-name", required = true)
  private @Nullable Value databaseName;

  @XmlElement(name = "container-name", required = true)
  private @Nullable Value containerName;

  public @Nullable CosmosdbConnectionString connectionString() {
    return connectionString;
  }

  public CosmosdbConnectionInfo setConnectionString(@Nullable CosmosdbConnectionString value) {
    connectionString = value;
    return this;
  }

  public @Nullable Value databaseName() {
    return databaseName;
  }

  public CosmosdbConnectionInfo setDatabaseName(@Nullable Value value) {
    databaseName = value;
    return this;
  }

  public @Nullable Value containerName() {
    return containerName;
  }

  public CosmosdbConnectionInfo setContainerName(@Nullable Value value) {
    containerName = value;
    return this;
  }
}
