package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Resolves a GraphQL field by an HTTP request. The root of a resolver document. */
@Placement(
    sections = {},
    scopes = {},
    inResolvers = true,
    gateways = {GatewayKind.CLASSIC, GatewayKind.V2, GatewayKind.CONSUMPTION})
@XmlRootElement(name = "http-data-source")
@XmlAccessorType(XmlAccessType.FIELD)
public final class HttpDataSource extends Policy implements PolicyRoot {
  @XmlElement(name = "http-request", required = true)
  private @Nullable HttpDataRequest httpRequest;

  @XmlElement private @Nullable HttpDataBackend backend;

  @XmlElement(name = "http-response")
  private @Nullable HttpDataResponse httpResponse;

  public @Nullable HttpDataRequest httpRequest() {
    return httpRequest;
  }

  public HttpDataSource setHttpRequest(@Nullable HttpDataRequest value) {
    httpRequest = value;
    return this;
  }

  public @Nullable HttpDataBackend backend() {
    return backend;
  }

  public HttpDataSource setBackend(@Nullable HttpDataBackend value) {
    backend = value;
    return this;
  }

  public @Nullable HttpDataResponse httpResponse() {
    return httpResponse;
  }

  public HttpDataSource setHttpResponse(@Nullable HttpDataResponse value) {
    httpResponse = value;
    return this;
  }
}
