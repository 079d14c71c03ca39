package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import org.jspecify.annotations.Nullable;

/** Which backend the request goes to: what follows its base URL stays. */
@Placement(sections = {SectionName.INBOUND, SectionName.BACKEND})
@XmlRootElement(name = "set-backend-service")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SetBackendService extends Policy {
  @XmlAttribute(name = "base-url")
  @Literal(oneOf = "target")
  private @Nullable String baseUrl;

  @XmlAttribute(name = "backend-id")
  @Literal(oneOf = "target")
  private @Nullable String backendId;

  @XmlAttribute(name = "sf-resolve-condition")
  @Literal(kind = ValueKind.BOOLEAN)
  private @Nullable String sfResolveCondition;

  @XmlAttribute(name = "sf-service-instance-name")
  @Literal
  private @Nullable String sfServiceInstanceName;

  @XmlAttribute(name = "sf-partition-key")
  @Literal
  private @Nullable String sfPartitionKey;

  @XmlAttribute(name = "sf-replica-type")
  @Literal(
      kind = ValueKind.ENUM,
      words = {"primary", "secondary"})
  private @Nullable String sfReplicaType;

  @XmlAttribute(name = "sf-listener-name")
  @Literal
  private @Nullable String sfListenerName;

  @XmlAttribute(name = "dapr-app-id")
  @Literal(expressions = Expressions.UNSTATED, oneOf = "target")
  private @Nullable String daprAppId;

  @XmlAttribute(name = "dapr-method")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String daprMethod;

  @XmlAttribute(name = "dapr-namespace")
  @Literal(expressions = Expressions.UNSTATED)
  private @Nullable String daprNamespace;

  /**
   * The backend as a URL; exactly one of this, {@link #backendId} and {@link #daprAppId} is given.
   */
  public @Nullable String baseUrl() {
    return baseUrl;
  }

  public SetBackendService setBaseUrl(@Nullable String value) {
    baseUrl = value;
    return this;
  }

  /** The backend as the name of a Backend entity. */
  public @Nullable String backendId() {
    return backendId;
  }

  public SetBackendService setBackendId(@Nullable String value) {
    backendId = value;
    return this;
  }

  public @Nullable String sfResolveCondition() {
    return sfResolveCondition;
  }

  public SetBackendService setSfResolveCondition(@Nullable String value) {
    sfResolveCondition = value;
    return this;
  }

  public @Nullable String sfServiceInstanceName() {
    return sfServiceInstanceName;
  }

  public SetBackendService setSfServiceInstanceName(@Nullable String value) {
    sfServiceInstanceName = value;
    return this;
  }

  public @Nullable String sfPartitionKey() {
    return sfPartitionKey;
  }

  public SetBackendService setSfPartitionKey(@Nullable String value) {
    sfPartitionKey = value;
    return this;
  }

  public @Nullable String sfReplicaType() {
    return sfReplicaType;
  }

  public SetBackendService setSfReplicaType(@Nullable String value) {
    sfReplicaType = value;
    return this;
  }

  public @Nullable String sfListenerName() {
    return sfListenerName;
  }

  public SetBackendService setSfListenerName(@Nullable String value) {
    sfListenerName = value;
    return this;
  }

  /**
   * Self-hosted gateway only, on no documentation page; from the schema of the VS Code extension.
   */
  public @Nullable String daprAppId() {
    return daprAppId;
  }

  public SetBackendService setDaprAppId(@Nullable String value) {
    daprAppId = value;
    return this;
  }

  public @Nullable String daprMethod() {
    return daprMethod;
  }

  public SetBackendService setDaprMethod(@Nullable String value) {
    daprMethod = value;
    return this;
  }

  public @Nullable String daprNamespace() {
    return daprNamespace;
  }

  public SetBackendService setDaprNamespace(@Nullable String value) {
    daprNamespace = value;
    return this;
  }
}
