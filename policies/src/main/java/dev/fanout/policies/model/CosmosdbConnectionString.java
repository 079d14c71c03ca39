package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;
import org.jspecify.annotations.Nullable;

/** A connection string of Cosmos DB. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class CosmosdbConnectionString extends PolicyPart {
  @XmlAttribute(name = "use-managed-identity")
  @Literal(kind = ValueKind.BOOLEAN, expressions = Expressions.UNSTATED)
  private @Nullable String useManagedIdentity;

  @XmlAttribute(name = "client-id")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String clientId;

  @XmlValue @Literal private String text = "";

  public @Nullable String useManagedIdentity() {
    return useManagedIdentity;
  }

  public CosmosdbConnectionString setUseManagedIdentity(@Nullable String value) {
    useManagedIdentity = value;
    return this;
  }

  /** From the schema, on no documentation page. */
  public @Nullable String clientId() {
    return clientId;
  }

  public CosmosdbConnectionString setClientId(@Nullable String value) {
    clientId = value;
    return this;
  }

  /** A literal or an expression, with the whitespace around it. */
  public String text() {
    return text;
  }

  public CosmosdbConnectionString setText(String value) {
    text = value;
    return this;
  }
}
