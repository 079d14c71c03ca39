package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a GraphQL field by a statement on an Azure SQL database. The root of a resolver
 * document.
 */
@Placement(
    sections = {},
    scopes = {},
    inResolvers = true,
    gateways = {GatewayKind.CLASSIC, GatewayKind.V2})
@XmlRootElement(name = "sql-data-source")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SqlDataSource extends Policy implements PolicyRoot, PolicyContainer {
  @XmlElement(name = "connection-info", required = true)
  private @Nullable SqlConnectionInfo connectionInfo;

  @XmlAnyElement(lax = true)
  @Holds({IncludeFragment.class})
  private List<Policy> policies = new ArrayList<>();

  @XmlElement(required = true)
  private @Nullable SqlRequest request;

  @XmlElement private @Nullable SqlResponse response;

  public @Nullable SqlConnectionInfo connectionInfo() {
    return connectionInfo;
  }

  public SqlDataSource setConnectionInfo(@Nullable SqlConnectionInfo value) {
    connectionInfo = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public SqlDataSource add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }

  public @Nullable SqlRequest request() {
    return request;
  }

  public SqlDataSource setRequest(@Nullable SqlRequest value) {
    request = value;
    return this;
  }

  public @Nullable SqlResponse response() {
    return response;
  }

  public SqlDataSource setResponse(@Nullable SqlResponse value) {
    response = value;
    return this;
  }
}
