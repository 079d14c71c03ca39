package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Resolves a GraphQL field by another GraphQL service; in the schema, on no documentation page. */
@Placement(
    sections = {},
    scopes = {},
    inResolvers = true,
    documented = false)
@XmlRootElement(name = "graphql-data-source")
@XmlAccessorType(XmlAccessType.FIELD)
public final class GraphqlDataSource extends Policy implements PolicyRoot {
  @XmlElement(required = true)
  private @Nullable GraphqlRequest request;

  @XmlElement private @Nullable GraphqlResponse response;

  public @Nullable GraphqlRequest request() {
    return request;
  }

  public GraphqlDataSource setRequest(@Nullable GraphqlRequest value) {
    request = value;
    return this;
  }

  public @Nullable GraphqlResponse response() {
    return response;
  }

  public GraphqlDataSource setResponse(@Nullable GraphqlResponse value) {
    response = value;
    return this;
  }
}
