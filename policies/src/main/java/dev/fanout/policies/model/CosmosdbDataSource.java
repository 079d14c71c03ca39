package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a GraphQL field by a request to a Cosmos DB container. The root of a resolver document.
 */
@Placement(
    sections = {},
    scopes = {},
    inResolvers = true,
    gateways = {GatewayKind.CLASSIC, GatewayKind.V2})
@XmlRootElement(name = "cosmosdb-data-source")
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbDataSource extends Policy implements PolicyRoot {
  @XmlElement(name = "connection-info", required = true)
  private @Nullable CosmosdbConnectionInfo connectionInfo;

  @XmlElement(name = "query-request")
  private @Nullable CosmosdbQuery queryRequest;

  @XmlElement(name = "read-request")
  private @Nullable CosmosdbRead readRequest;

  @XmlElement(name = "delete-request")
  private @Nullable CosmosdbDelete deleteRequest;

  @XmlElement(name = "write-request")
  private @Nullable CosmosdbWrite writeRequest;

  @XmlElement private @Nullable CosmosdbResponse response;

  public @Nullable CosmosdbConnectionInfo connectionInfo() {
    return connectionInfo;
  }

  public CosmosdbDataSource setConnectionInfo(@Nullable CosmosdbConnectionInfo value) {
    connectionInfo = value;
    return this;
  }

  public @Nullable CosmosdbQuery queryRequest() {
    return queryRequest;
  }

  public CosmosdbDataSource setQueryRequest(@Nullable CosmosdbQuery value) {
    queryRequest = value;
    return this;
  }

  public @Nullable CosmosdbRead readRequest() {
    return readRequest;
  }

  public CosmosdbDataSource setReadRequest(@Nullable CosmosdbRead value) {
    readRequest = value;
    return this;
  }

  public @Nullable CosmosdbDelete deleteRequest() {
    return deleteRequest;
  }

  public CosmosdbDataSource setDeleteRequest(@Nullable CosmosdbDelete value) {
    deleteRequest = value;
    return this;
  }

  public @Nullable CosmosdbWrite writeRequest() {
    return writeRequest;
  }

  public CosmosdbDataSource setWriteRequest(@Nullable CosmosdbWrite value) {
    writeRequest = value;
    return this;
  }

  public @Nullable CosmosdbResponse response() {
    return response;
  }

  public CosmosdbDataSource setResponse(@Nullable CosmosdbResponse value) {
    response = value;
    return this;
  }
}
