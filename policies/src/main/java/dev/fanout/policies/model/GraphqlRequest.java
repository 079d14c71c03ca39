package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request of {@link GraphqlDataSource}. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class GraphqlRequest extends PolicyPart implements PolicyContainer {
  @XmlAnyElement(lax = true)
  @Holds({
    AuthenticationBasic.class,
    AuthenticationCertificate.class,
    AuthenticationManagedIdentity.class,
    GetAuthorizationContext.class,
    SetBackendService.class,
    SetUrl.class,
    SetHeader.class,
    IncludeFragment.class
  })
  private List<Policy> policies = new ArrayList<>();

  @XmlElement(required = true)
  private @Nullable Value document;

  @XmlElement private @Nullable Value operationName;

  @XmlElement private @Nullable GraphqlVariables variables;

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public GraphqlRequest add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }

  public @Nullable Value document() {
    return document;
  }

  public GraphqlRequest setDocument(@Nullable Value value) {
    document = value;
    return this;
  }

  public @Nullable Value operationName() {
    return operationName;
  }

  public GraphqlRequest setOperationName(@Nullable Value value) {
    operationName = value;
    return this;
  }

  public @Nullable GraphqlVariables variables() {
    return variables;
  }

  public GraphqlRequest setVariables(@Nullable GraphqlVariables value) {
    variables = value;
    return this;
  }
}
