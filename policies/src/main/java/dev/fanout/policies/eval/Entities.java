package dev.fanout.policies.eval;

import dev.fanout.expressions.runtime.ReadOnlyDictionary;
import dev.fanout.policies.context.ApimApi;
import dev.fanout.policies.context.ApimBackend;
import dev.fanout.policies.context.ApimCertificate;
import dev.fanout.policies.context.ApimDeployment;
import dev.fanout.policies.context.ApimGraphQl;
import dev.fanout.policies.context.ApimGroup;
import dev.fanout.policies.context.ApimIdentity;
import dev.fanout.policies.context.ApimKeyNames;
import dev.fanout.policies.context.ApimLastError;
import dev.fanout.policies.context.ApimMessageBody;
import dev.fanout.policies.context.ApimMultiValues;
import dev.fanout.policies.context.ApimOperation;
import dev.fanout.policies.context.ApimPrivateEndpointConnection;
import dev.fanout.policies.context.ApimProduct;
import dev.fanout.policies.context.ApimRequest;
import dev.fanout.policies.context.ApimResponse;
import dev.fanout.policies.context.ApimSingleValues;
import dev.fanout.policies.context.ApimSubscription;
import dev.fanout.policies.context.ApimUrl;
import dev.fanout.policies.context.ApimUser;
import dev.fanout.policies.context.ApimWorkspace;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a context document. */
final class Entities {
  private Entities() {}

  record Api(
      String id,
      String name,
      String path,
      List<String> protocols,
      @Nullable ApimUrl serviceUrl,
      @Nullable ApimKeyNames subscriptionKeyParameterNames,
      boolean isCurrentRevision,
      String revision,
      @Nullable String version)
      implements ApimApi {}

  record KeyNames(String header, String query) implements ApimKeyNames {}

  record Operation(String id, String method, String name, String urlTemplate)
      implements ApimOperation {}

  record Product(
      String id,
      String name,
      boolean approvalRequired,
      boolean subscriptionRequired,
      @Nullable Integer subscriptionLimit,
      boolean published,
      List<Group> groups,
      List<Api> apis)
      implements ApimProduct {}

  record Group(String id, String name) implements ApimGroup {}

  record Subscription(
      String id,
      @Nullable String name,
      String key,
      String primaryKey,
      String secondaryKey,
      Instant createdDate,
      @Nullable Instant startDate,
      @Nullable Instant endDate)
      implements ApimSubscription {}

  record User(
      String id,
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String note,
      Instant registrationDate,
      List<Group> groups,
      List<Identity> identities)
      implements ApimUser {}

  record Identity(String id, String provider) implements ApimIdentity {}

  record Backend(String id, String type, @Nullable String azureRegion) implements ApimBackend {}

  record Workspace(String id, String name) implements ApimWorkspace {}

  record Deployment(
      String gatewayId,
      @Nullable String gatewayInstanceId,
      boolean isManaged,
      String region,
      String serviceId,
      String serviceName,
      @Nullable String currentCarbonIntensity,
      Map<String, ApimCertificate> certificates)
      implements ApimDeployment {}

  record Request(
      String method,
      ApimUrl originalUrl,
      ApimUrl url,
      ApimMultiValues headers,
      String ipAddress,
      ApimSingleValues matchedParameters,
      @Nullable ApimMessageBody body,
      @Nullable X509Certificate certificate,
      @Nullable ApimPrivateEndpointConnection privateEndpointConnection,
      @Nullable String foundryDeployment)
      implements ApimRequest {}

  record Response(
      int statusCode, String statusReason, ApimMultiValues headers, @Nullable ApimMessageBody body)
      implements ApimResponse {}

  record PrivateEndpoint(String name, String groupId, String memberName)
      implements ApimPrivateEndpointConnection {}

  record GraphQl(ReadOnlyDictionary arguments, ReadOnlyDictionary parent) implements ApimGraphQl {}

  record LastError(
      String source,
      String reason,
      String message,
      @Nullable String scope,
      @Nullable String section,
      @Nullable String path,
      @Nullable String policyId)
      implements ApimLastError {}
}
