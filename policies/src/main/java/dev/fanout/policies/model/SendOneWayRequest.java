package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends a request and does not wait. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    },
    gateways = {
      GatewayKind.CLASSIC,
      GatewayKind.V2,
      GatewayKind.CONSUMPTION,
      GatewayKind.SELF_HOSTED
    })
@XmlRootElement(name = "send-one-way-request")
@XmlAccessorType(XmlAccessType.FIELD)
public final class SendOneWayRequest extends Policy implements PolicyContainer {
  @XmlAttribute
  @Literal(
      kind = ValueKind.ENUM,
      words = {"new", "copy"},
      byDefault = "new")
  private @Nullable String mode;

  @XmlAttribute
  @Literal(kind = ValueKind.INTEGER, min = 0, byDefault = "60")
  private @Nullable String timeout;

  @XmlAnyElement(lax = true)
  @Holds({
    SetUrl.class,
    SetMethod.class,
    SetHeader.class,
    SetBody.class,
    AuthenticationCertificate.class,
    AuthenticationToken.class,
    AuthenticationTokenStore.class,
    AuthenticationManagedIdentity.class,
    Proxy.class
  })
  private List<Policy> policies = new ArrayList<>();

  public @Nullable String mode() {
    return mode;
  }

  public SendOneWayRequest setMode(@Nullable String value) {
    mode = value;
    return this;
  }

  /** In seconds. */
  public @Nullable String timeout() {
    return timeout;
  }

  public SendOneWayRequest setTimeout(@Nullable String value) {
    timeout = value;
    return this;
  }

  @Override
  public List<Policy> policies() {
    return policies;
  }

  public SendOneWayRequest add(Policy... more) {
    policies.addAll(List.of(more));
    return this;
  }
}
