package dev.fanout.policies.context;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** {@code context.Request}; shows what the pipeline has made of the request so far. */
public interface ApimRequest {
  String method();

  /** The URL as the client sent it. */
  ApimUrl originalUrl();

  /** The URL that goes to the backend, as it stands now. */
  ApimUrl url();

  ApimMultiValues headers();

  String ipAddress();

  /** The parameters of the operation's URL template, and {@code *}. */
  ApimSingleValues matchedParameters();

  /** Null when the request has no body. */
  @Nullable ApimMessageBody body();

  /** Null when the request did not come through a private endpoint. */
  default @Nullable ApimPrivateEndpointConnection privateEndpointConnection() {
    return null;
  }

  /** The model's deployment in Microsoft Foundry; null for other requests. */
  default @Nullable String foundryDeployment() {
    return null;
  }

  /** The client's certificate; null without mutual TLS. */
  default @Nullable X509Certificate certificate() {
    return null;
  }
}
