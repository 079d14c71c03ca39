package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How {@link SqlDataSource} connects. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class SqlConnectionInfo extends PolicyPart implements PolicyContainer {
  @XmlElement(name = "get-authorization-context")
  private @Nullable GetAuthorizationContext getAuthorizationContext;

  @XmlElement(name = "connection-string", required = true)
  private @Nullable SqlConnectionString connectionString;

  @XmlAnyElement(lax = true)
  @Holds({IncludeFragment.class, AuthenticationCertificate.class})
  private List<Policy> policies = new ArrayList<>();

  /** From the schema, on no documentation page. */
  public @Nullable GetAuthorizationContext getAuthorizationContext() {
    return getAuthorizationContext;
  }

  public SqlConnectionInfo setGetAuthorizationContext(@Nullable GetAuthorizationContext value) {
    getAuthorizationContext = value;
    return this;
  }

  public @Nullable SqlConnectionString connectionString() {
    return connectionString;
  }

  public SqlConnectionInfo setConnectionString(@Nullable SqlConnectionString value) {
    connectionString = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public SqlConnectionInfo add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
