package dev.fanout.policies.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.expressions.runtime.DateTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A context out of a JSON document, as the fixtures of the golden expressions are. */
record FixtureContext(JsonNode json) implements ApimContext {
  /** A variable of a type that is not built yet. */
  record Unbuilt(String type) {}

  static FixtureContext read(Path file) {
    try {
      return new FixtureContext(new ObjectMapper().readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FixtureContext of(String json) {
    try {
      return new FixtureContext(new ObjectMapper().readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static boolean isNull(@Nullable JsonNode node) {
    return node == null || node.isNull();
  }

  @Override
  public ApimApi api() {
    return new Api(json.get("api"));
  }

  @Override
  public @Nullable ApimOperation operation() {
    JsonNode node = json.get("operation");
    return new ApimOperation() {
      @Override
      public String id() {
        return node.get("id").asText();
      }

      @Override
      public String method() {
        return node.get("method").asText();
      }

      @Override
      public String name() {
        return node.get("name").asText();
      }

      @Override
      public String urlTemplate() {
        return node.get("urlTemplate").asText();
      }
    };
  }

  @Override
  public @Nullable ApimProduct product() {
    JsonNode node = json.get("product");
    return isNull(node) ? null : new Product(node);
  }

  @Override
  public @Nullable ApimSubscription subscription() {
    JsonNode node = json.get("subscription");
    return isNull(node) ? null : new Subscription(node);
  }

  @Override
  public @Nullable ApimUser user() {
    JsonNode node = json.get("user");
    return isNull(node) ? null : new User(node);
  }

  @Override
  public ApimDeployment deployment() {
    JsonNode node = json.get("deployment");
    return new ApimDeployment() {
      @Override
      public String gatewayId() {
        return node.get("gatewayId").asText();
      }

      @Override
      public String region() {
        return node.get("region").asText();
      }

      @Override
      public String serviceId() {
        return node.get("serviceId").asText();
      }

      @Override
      public String serviceName() {
        return node.get("serviceName").asText();
      }
    };
  }

  @Override
  public ApimRequest request() {
    return new Request(json.get("request"));
  }

  @Override
  public @Nullable ApimResponse response() {
    JsonNode node = json.get("response");
    return isNull(node) ? null : new Response(node);
  }

  @Override
  public @Nullable ApimLastError lastError() {
    JsonNode node = json.get("lastError");
    return isNull(node) ? null : new LastError(node);
  }

  @Override
  public ApimVariables variables() {
    Map<String, Object> values = new LinkedHashMap<>();
    json.get("variables")
        .fields()
        .forEachRemaining(entry -> values.put(entry.getKey(), variable(entry.getValue())));
    return new ApimVariables() {
      @Override
      public boolean contains(String name) {
        return values.containsKey(name);
      }

      @Override
      public @Nullable Object value(String name) {
        return values.get(name);
      }

      @Override
      public Collection<String> names() {
        return values.keySet();
      }
    };
  }

  private static @Nullable Object variable(JsonNode node) {
    JsonNode value = node.get("value");
    return switch (node.get("type").asText()) {
      case "string" -> value.asText();
      case "int" -> value.asInt();
      case "long" -> value.asLong();
      case "double" -> value.asDouble();
      case "bool" -> value.asBoolean();
      case "null" -> null;
      case "bytes" -> Base64.getDecoder().decode(value.asText());
      case "DateTime" -> DateTime.of(Instant.parse(value.asText()));
      case "IResponse" -> new Response(value);
      default -> new Unbuilt(node.get("type").asText());
    };
  }

  @Override
  public UUID requestId() {
    return UUID.fromString(json.get("requestId").asText());
  }

  @Override
  public Instant timestamp() {
    return Instant.parse(json.get("timestamp").asText());
  }

  @Override
  public Duration elapsed() {
    String[] parts = json.get("elapsed").asText().split(":");
    String[] seconds = parts[2].split("\\.");
    long whole =
        Long.parseLong(parts[0]) * 3600
            + Long.parseLong(parts[1]) * 60
            + Long.parseLong(seconds[0]);
    long ticks = seconds.length > 1 ? Long.parseLong(seconds[1]) : 0;
    return Duration.ofSeconds(whole, ticks * 100);
  }

  @Override
  public boolean tracing() {
    return json.get("tracing").asBoolean();
  }

  private record Api(JsonNode node) implements ApimApi {
    @Override
    public String id() {
      return node.get("id").asText();
    }

    @Override
    public String name() {
      return node.get("name").asText();
    }

    @Override
    public String path() {
      return node.get("path").asText();
    }

    @Override
    public List<String> protocols() {
      List<String> protocols = new ArrayList<>();
      node.get("protocols").forEach(item -> protocols.add(item.asText()));
      return protocols;
    }

    @Override
    public @Nullable ApimUrl serviceUrl() {
      String url = text(node, "serviceUrl");
      return url == null ? null : new Url(url);
    }

    @Override
    public @Nullable ApimKeyNames subscriptionKeyParameterNames() {
      JsonNode names = node.get("subscriptionKeyParameterNames");
      return isNull(names) ? null : new KeyNames(names);
    }

    @Override
    public boolean isCurrentRevision() {
      return node.get("isCurrentRevision").asBoolean();
    }

    @Override
    public String revision() {
      return node.get("revision").asText();
    }

    @Override
    public @Nullable String version() {
      return text(node, "version");
    }
  }

  private record KeyNames(JsonNode node) implements ApimKeyNames {
    @Override
    public String header() {
      return node.get("header").asText();
    }

    @Override
    public String query() {
      return node.get("query").asText();
    }
  }

  private record Product(JsonNode node) implements ApimProduct {
    @Override
    public String id() {
      return node.get("id").asText();
    }

    @Override
    public String name() {
      return node.get("name").asText();
    }

    @Override
    public boolean approvalRequired() {
      return node.get("approvalRequired").asBoolean();
    }

    @Override
    public boolean subscriptionRequired() {
      return node.get("subscriptionRequired").asBoolean();
    }

    @Override
    public @Nullable Integer subscriptionLimit() {
      return isNull(node.get("subscriptionLimit")) ? null : node.get("subscriptionLimit").asInt();
    }

    @Override
    public boolean published() {
      return node.get("state").asText().equals("Published");
    }

    @Override
    public List<Group> groups() {
      return Group.of(node.get("groups"));
    }
  }

  private record Group(String id, String name) implements ApimGroup {
    static List<Group> of(JsonNode nodes) {
      List<Group> groups = new ArrayList<>();
      nodes.forEach(
          item -> groups.add(new Group(item.get("id").asText(), item.get("name").asText())));
      return groups;
    }
  }

  private record Subscription(JsonNode node) implements ApimSubscription {
    @Override
    public String id() {
      return node.get("id").asText();
    }

    @Override
    public @Nullable String name() {
      return text(node, "name");
    }

    @Override
    public String key() {
      return node.get("key").asText();
    }

    @Override
    public String primaryKey() {
      return node.get("primaryKey").asText();
    }

    @Override
    public String secondaryKey() {
      return node.get("secondaryKey").asText();
    }

    @Override
    public Instant createdDate() {
      return Instant.parse(node.get("createdDate").asText());
    }

    @Override
    public @Nullable Instant startDate() {
      String date = text(node, "startDate");
      return date == null ? null : Instant.parse(date);
    }

    @Override
    public @Nullable Instant endDate() {
      String date = text(node, "endDate");
      return date == null ? null : Instant.parse(date);
    }
  }

  private record User(JsonNode node) implements ApimUser {
    @Override
    public String id() {
      return node.get("id").asText();
    }

    @Override
    public @Nullable String email() {
      return text(node, "email");
    }

    @Override
    public @Nullable String firstName() {
      return text(node, "firstName");
    }

    @Override
    public @Nullable String lastName() {
      return text(node, "lastName");
    }

    @Override
    public @Nullable String note() {
      return text(node, "note");
    }

    @Override
    public Instant registrationDate() {
      return Instant.parse(node.get("registrationDate").asText());
    }

    @Override
    public List<Group> groups() {
      return Group.of(node.get("groups"));
    }
  }

  private record LastError(JsonNode node) implements ApimLastError {
    @Override
    public String source() {
      return node.get("source").asText();
    }

    @Override
    public String reason() {
      return node.get("reason").asText();
    }

    @Override
    public String message() {
      return node.get("message").asText();
    }

    @Override
    public @Nullable String scope() {
      return text(node, "scope");
    }

    @Override
    public @Nullable String section() {
      return text(node, "section");
    }

    @Override
    public @Nullable String path() {
      return text(node, "path");
    }

    @Override
    public @Nullable String policyId() {
      return text(node, "policyId");
    }
  }

  private record Request(JsonNode node) implements ApimRequest {
    @Override
    public String method() {
      return node.get("method").asText();
    }

    @Override
    public ApimUrl originalUrl() {
      return new Url(node.get("originalUrl").asText());
    }

    @Override
    public ApimUrl url() {
      return new Url(node.get("url").asText());
    }

    @Override
    public ApimMultiValues headers() {
      return new Headers(node.get("headers"));
    }

    @Override
    public String ipAddress() {
      return node.get("ipAddress").asText();
    }

    @Override
    public ApimSingleValues matchedParameters() {
      JsonNode parameters = node.get("matchedParameters");
      return new ApimSingleValues() {
        @Override
        public @Nullable String value(String name) {
          for (String known : names()) {
            if (known.equalsIgnoreCase(name)) {
              return parameters.get(known).asText();
            }
          }
          return null;
        }

        @Override
        public Collection<String> names() {
          List<String> names = new ArrayList<>();
          parameters.fieldNames().forEachRemaining(names::add);
          return names;
        }
      };
    }

    @Override
    public @Nullable ApimMessageBody body() {
      return bodyOf(node);
    }
  }

  private static @Nullable ApimMessageBody bodyOf(JsonNode node) {
    String body = text(node, "body");
    return body == null ? null : preserve -> body.getBytes(StandardCharsets.UTF_8);
  }

  private record Response(JsonNode node) implements ApimResponse {
    @Override
    public int statusCode() {
      return node.get("statusCode").asInt();
    }

    @Override
    public String statusReason() {
      return node.get("statusReason").asText();
    }

    @Override
    public ApimMultiValues headers() {
      return new Headers(node.get("headers"));
    }

    @Override
    public @Nullable ApimMessageBody body() {
      return bodyOf(node);
    }
  }

  private record Headers(JsonNode node) implements ApimMultiValues {
    @Override
    public String @Nullable [] values(String name) {
      TreeMap<String, String[]> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      node.fields()
          .forEachRemaining(
              entry -> {
                List<String> items = new ArrayList<>();
                entry.getValue().forEach(item -> items.add(item.asText()));
                values.put(entry.getKey(), items.toArray(new String[0]));
              });
      return values.get(name);
    }

    @Override
    public Collection<String> names() {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      return names;
    }
  }

  /** {@code scheme://host[:port]/path[?query]}. */
  private record Url(String whole) implements ApimUrl {
    @Override
    public String scheme() {
      return whole.substring(0, whole.indexOf(':'));
    }

    private String authority() {
      int start = whole.indexOf("//") + 2;
      return whole.substring(start, whole.indexOf('/', start));
    }

    @Override
    public String host() {
      int colon = authority().indexOf(':');
      return colon < 0 ? authority() : authority().substring(0, colon);
    }

    @Override
    public int port() {
      int colon = authority().indexOf(':');
      return colon >= 0
          ? Integer.parseInt(authority().substring(colon + 1))
          : scheme().equals("https") ? 443 : 80;
    }

    private String target() {
      int start = whole.indexOf("//") + 2;
      return whole.substring(whole.indexOf('/', start));
    }

    @Override
    public String path() {
      int query = target().indexOf('?');
      return query < 0 ? target() : target().substring(0, query);
    }

    @Override
    public String queryString() {
      int query = target().indexOf('?');
      String text = query < 0 ? "" : target().substring(query);
      return text.equals("?") ? "" : text;
    }
  }
}
