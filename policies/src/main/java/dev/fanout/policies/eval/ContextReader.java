package dev.fanout.policies.eval;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.context.ApimCertificate;
import dev.fanout.policies.context.ApimContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code context} document: docs/eval.md has its members. All of them are optional, so that
 * <code>{}</code> is a context: a GET of {@code https://gateway.example/} without an API.
 */
public final class ContextReader {
  private static final UUID NO_REQUEST_ID = new UUID(0, 0);

  private final BodyReader bodies;
  private final List<Issue> issues = new ArrayList<>();

  private ContextReader(boolean keepsBodies) {
    this.bodies = new BodyReader(keepsBodies);
  }

  /**
   * @throws IssueException for a document that is none, with all mistakes in order of position
   */
  public static ApimContext read(SourceText source) {
    return read(source, false);
  }

  /** A context without anything: its request has neither headers nor body. */
  public static ApimContext empty() {
    return read(SourceText.of("context", "{}"));
  }

  /**
   * @param keepsBodies a body stays readable after {@code As<T>()} without {@code preserveContent}
   */
  static EvalContext read(SourceText source, boolean keepsBodies) {
    ContextReader reader = new ContextReader(keepsBodies);
    Json json = JsonReader.read(source);
    if (!(json instanceof Json.Members members)) {
      throw new IssueException(
          List.of(Issue.error("EVAL_BAD_VALUE", json.span(), "a context is a JSON object")));
    }
    Fields fields = new Fields(members, "the context", reader.issues);
    EvalContext context = reader.context(fields);
    fields.done();
    if (!reader.issues.isEmpty()) {
      throw new IssueException(Places.inOrder(reader.issues));
    }
    return context;
  }

  private EvalContext context(Fields fields) {
    UUID requestId = fields.parsed("requestId", "a GUID", UUID::fromString);
    Instant timestamp = instant(fields, "timestamp");
    Duration elapsed =
        fields.parsed("elapsed", "a time span such as 00:00:01.5", TimeSpanText::parse);
    return new EvalContext(
        requestId == null ? NO_REQUEST_ID : requestId,
        timestamp == null ? Instant.EPOCH : timestamp,
        elapsed == null ? Duration.ZERO : elapsed,
        fields.flag("tracing", false),
        fields.object("api", "the API", ContextReader::api),
        fields.object("operation", "the operation", ContextReader::operation),
        fields.object("product", "the product", ContextReader::product),
        fields.object("subscription", "the subscription", ContextReader::subscription),
        fields.object("user", "the user", ContextReader::user),
        fields.object("backend", "the backend", ContextReader::backend),
        fields.object("workspace", "the workspace", ContextReader::workspace),
        fields.objectOrEmpty("deployment", "the deployment", ContextReader::deployment),
        fields.objectOrEmpty("request", "the request", this::request),
        fields.object("response", "the response", bodies::response),
        fields.object("lastError", "the last error", ContextReader::lastError),
        fields.object("graphQL", "the GraphQL field", this::graphQl),
        new VariableReader(bodies).read(fields, "variables"),
        new ArrayList<>());
  }

  private static @Nullable Instant instant(Fields fields, String name) {
    return fields.parsed(name, "a time such as 2026-03-14T09:26:53Z", Instant::parse);
  }

  private static Instant instant(Fields fields, String name, Instant otherwise) {
    Instant instant = instant(fields, name);
    return instant == null ? otherwise : instant;
  }

  private static @Nullable TextUrl url(Fields fields, String name) {
    return fields.parsed(name, "an absolute URL", TextUrl::parse);
  }

  private static Entities.Api api(Fields fields) {
    String id = fields.text("id", "api");
    return new Entities.Api(
        id,
        fields.text("name", id),
        fields.text("path", ""),
        fields.texts("protocols", List.of("https")),
        url(fields, "serviceUrl"),
        fields.object(
            "subscriptionKeyParameterNames",
            "the names of the key",
            names ->
                new Entities.KeyNames(
                    names.text("header", "Ocp-Apim-Subscription-Key"),
                    names.text("query", "subscription-key"))),
        fields.flag("isCurrentRevision", true),
        fields.text("revision", "1"),
        fields.textOrNull("version"));
  }

  private static Entities.Operation operation(Fields fields) {
    String id = fields.text("id", "operation");
    return new Entities.Operation(
        id, fields.text("method", "GET"), fields.text("name", id), fields.text("urlTemplate", "/"));
  }

  private static Entities.Product product(Fields fields) {
    String id = fields.text("id", "product");
    Boolean published =
        fields.parsed(
            "state",
            "Published or NotPublished",
            state ->
                switch (state) {
                  case "Published" -> true;
                  case "NotPublished" -> false;
                  default -> throw new IllegalArgumentException(state);
                });
    return new Entities.Product(
        id,
        fields.text("name", id),
        fields.flag("approvalRequired", false),
        fields.flag("subscriptionRequired", true),
        fields.integerOrNull("subscriptionLimit"),
        published == null || published,
        groups(fields),
        fields.objects("apis", "an API", ContextReader::api));
  }

  private static List<Entities.Group> groups(Fields fields) {
    return fields.objects(
        "groups",
        "a group",
        group -> {
          String id = group.text("id", "group");
          return new Entities.Group(id, group.text("name", id));
        });
  }

  private static Entities.Subscription subscription(Fields fields) {
    String key = fields.text("key", "key");
    return new Entities.Subscription(
        fields.text("id", "subscription"),
        fields.textOrNull("name"),
        key,
        fields.text("primaryKey", key),
        fields.text("secondaryKey", key),
        instant(fields, "createdDate", Instant.EPOCH),
        instant(fields, "startDate"),
        instant(fields, "endDate"));
  }

  private static Entities.User user(Fields fields) {
    return new Entities.User(
        fields.text("id", "user"),
        fields.textOrNull("email"),
        fields.textOrNull("firstName"),
        fields.textOrNull("lastName"),
        fields.textOrNull("note"),
        instant(fields, "registrationDate", Instant.EPOCH),
        groups(fields),
        fields.objects(
            "identities",
            "an identity",
            identity ->
                new Entities.Identity(
                    identity.text("id", "identity"), identity.text("provider", "Basic"))));
  }

  private static Entities.Backend backend(Fields fields) {
    return new Entities.Backend(
        fields.text("id", "backend"),
        fields.text("type", "Single"),
        fields.textOrNull("azureRegion"));
  }

  private static Entities.Workspace workspace(Fields fields) {
    String id = fields.text("id", "workspace");
    return new Entities.Workspace(id, fields.text("name", id));
  }

  private static Entities.Deployment deployment(Fields fields) {
    String serviceName = fields.text("serviceName", "apim");
    String gatewayId = fields.text("gatewayId", "managed");
    return new Entities.Deployment(
        gatewayId,
        fields.textOrNull("gatewayInstanceId"),
        fields.flag("isManaged", gatewayId.equals("managed")),
        fields.text("region", "local"),
        fields.text("serviceId", serviceName),
        serviceName,
        fields.textOrNull("currentCarbonIntensity"),
        certificates(fields));
  }

  private static Map<String, ApimCertificate> certificates(Fields fields) {
    Map<String, ApimCertificate> certificates = new LinkedHashMap<>();
    fields.object(
        "certificates",
        "the certificates",
        given -> {
          for (String id : given.names()) {
            X509Certificate certificate =
                given.parsed(id, "a certificate in PEM", ContextReader::certificate);
            if (certificate != null) {
              certificates.put(id, new ApimCertificate(certificate, null));
            }
          }
          return certificates;
        });
    return certificates;
  }

  private Entities.Request request(Fields fields) {
    TextUrl originalUrl = url(fields, "originalUrl");
    TextUrl original =
        originalUrl == null ? TextUrl.parse("https://gateway.example/") : originalUrl;
    TextUrl url = url(fields, "url");
    Map<String, String> parameters =
        fields.map("matchedParameters", (name, value) -> BodyReader.text(fields, name, value));
    return new Entities.Request(
        fields.text("method", "GET"),
        original,
        url == null ? original : url,
        BodyReader.headers(fields),
        fields.text("ipAddress", "127.0.0.1"),
        new SingleValues(parameters),
        bodies.body(fields),
        fields.parsed("certificate", "a certificate in PEM", ContextReader::certificate),
        fields.object(
            "privateEndpointConnection",
            "the private endpoint",
            endpoint ->
                new Entities.PrivateEndpoint(
                    endpoint.text("name", "endpoint"),
                    endpoint.text("groupId", "Gateway"),
                    endpoint.text("memberName", "Gateway"))),
        fields.textOrNull("foundryDeployment"));
  }

  /**
   * @throws IllegalArgumentException for another text
   */
  private static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }

  private Entities.GraphQl graphQl(Fields fields) {
    VariableReader values = new VariableReader(bodies);
    return new Entities.GraphQl(values.read(fields, "arguments"), values.read(fields, "parent"));
  }

  private static Entities.LastError lastError(Fields fields) {
    return new Entities.LastError(
        fields.text("source", ""),
        fields.text("reason", ""),
        fields.text("message", ""),
        fields.textOrNull("scope"),
        fields.textOrNull("section"),
        fields.textOrNull("path"),
        fields.textOrNull("policyId"));
  }
}
