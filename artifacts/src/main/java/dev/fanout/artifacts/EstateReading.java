package dev.fanout.artifacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.catalog.OpenApiOperation;
import dev.fanout.catalog.OpenApiReader;
import dev.fanout.catalog.VersionScheme;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyDocument;
import dev.fanout.policies.PolicyDocuments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One reading of an artifact folder. */
final class EstateReading {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST_JSON = 4 << 20;
  private static final long LONGEST_POLICY = 4 << 20;
  private static final long LONGEST_SPECIFICATION = 16 << 20;
  private static final Set<String> FOLDERS =
      Set.of(
          "apis",
          "backends",
          "policy fragments",
          "named values",
          "version sets",
          "products",
          "policy.xml");

  private final ArtifactFiles files;
  private final String folder;
  private final List<Issue> issues = new ArrayList<>();
  private final Map<String, PolicyDocument> documents = new HashMap<>();

  /** For each folder such as {@code apis}, the entities in it, each with its files. */
  private final Map<String, Map<String, Set<String>>> entities = new HashMap<>();

  private final Set<String> workspaces = new TreeSet<>();
  private final Map<String, JsonFile> versionSets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** {@code folder}: what messages call it, empty for files in memory. */
  EstateReading(ArtifactFiles files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  EstateResult read() {
    issues.addAll(files.issues());
    index();
    Optional<PolicyArtifact> global = scopePolicy("policy.xml");
    readVersionSets();
    Map<String, NamedValueArtifact> namedValues = readNamedValues();
    Map<String, BackendArtifact> backends = readBackends();
    Map<String, FragmentArtifact> fragments = readFragments();
    Map<String, List<String>> productsOfApis = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, ProductArtifact> products = readProducts(productsOfApis);
    List<ApiArtifact> apis = readApis(productsOfApis);
    Map<String, WorkspaceArtifact> inWorkspaces =
        new WorkspaceReading(files, folder, global, issues).read(workspaces);
    return new EstateResult(
        new Estate(apis, backends, fragments, namedValues, products, global, inWorkspaces), issues);
  }

  private void index() {
    boolean known = false;
    for (String path : files.paths()) {
      String[] parts = path.split("/", 3);
      known |= FOLDERS.contains(parts[0]);
      if (parts.length == 3 && FOLDERS.contains(parts[0])) {
        entities
            .computeIfAbsent(parts[0], k -> new TreeMap<>())
            .computeIfAbsent(parts[1], k -> new TreeSet<>())
            .add(parts[2]);
      } else if (parts.length == 3 && parts[0].equals("workspaces")) {
        workspaces.add(parts[1]);
        known = true;
      }
    }
    if (!known && files.issues().stream().noneMatch(Issue::isError)) {
      issues.add(
          Issue.error(
                  ArtifactIssues.FOLDER,
                  (folder.isEmpty() ? "the folder" : "'" + folder + "'")
                      + " has no artifacts: none of "
                      + String.join(", ", new TreeSet<>(FOLDERS)))
              .withHint("it must be the folder that has the folder 'apis' in it"));
    }
  }

  private Map<String, Set<String>> entities(String kind) {
    return entities.getOrDefault(kind, Map.of());
  }

  private void readVersionSets() {
    for (String id : entities("version sets").keySet()) {
      json("version sets/" + id + "/versionSetInformation.json", false)
          .ifPresent(file -> versionSets.put(id, file));
    }
  }

  private Map<String, NamedValueArtifact> readNamedValues() {
    Map<String, NamedValueArtifact> all = new LinkedHashMap<>();
    for (String id : entities("named values").keySet()) {
      json("named values/" + id + "/namedValueInformation.json", true)
          .ifPresent(
              file -> {
                String name = file.optional("displayName").orElse(id);
                boolean secret = file.properties().path("secret").asBoolean(false);
                boolean keyVault = file.properties().path("keyVault").isObject();
                all.put(
                    name, new NamedValueArtifact(name, file.optional("value"), secret || keyVault));
              });
    }
    return all;
  }

  private Map<String, BackendArtifact> readBackends() {
    Map<String, BackendArtifact> all = new LinkedHashMap<>();
    for (String id : entities("backends").keySet()) {
      String path = "backends/" + id + "/backendInformation.json";
      json(path, true)
          .flatMap(file -> backend(id, path, file))
          .ifPresent(backend -> all.put(id, backend));
    }
    all.values()
        .forEach(
            backend ->
                backend.pool().stream()
                    .filter(
                        member -> all.keySet().stream().noneMatch(member.id()::equalsIgnoreCase))
                    .forEach(
                        member ->
                            issues.add(
                                Issue.error(
                                    ArtifactIssues.REFERENCE,
                                    name(backend.file())
                                        + ": pool member '"
                                        + member.id()
                                        + "' is no backend of the folder"))));
    return all;
  }

  private Optional<BackendArtifact> backend(String id, String path, JsonFile file) {
    List<BackendArtifact.PoolMember> pool = new ArrayList<>();
    for (JsonNode service : file.properties().path("pool").path("services")) {
      pool.add(
          new BackendArtifact.PoolMember(
              JsonFile.lastSegment(service.path("id").asText("")),
              service.path("priority").asInt(1),
              service.path("weight").asInt(1)));
    }
    Optional<BaseUrl> url = Optional.empty();
    if (pool.isEmpty()) {
      url = baseUrl(file, "url");
      if (url.isEmpty()) {
        if (file.optional("url").isEmpty()) {
          issues.add(file.error("url", "backend '" + id + "' has neither a URL nor pool members"));
        }
        return Optional.empty();
      }
    }
    List<String> other = new ArrayList<>();
    for (String name : List.of("circuitBreaker", "proxy")) {
      if (file.properties().path(name).isObject() && !file.properties().path(name).isEmpty()) {
        other.add(name);
      }
    }
    if (file.properties().path("properties").path("serviceFabricCluster").isObject()) {
      other.add("serviceFabricCluster");
    }
    JsonNode tls = file.properties().path("tls");
    return Optional.of(
        new BackendArtifact(
            id,
            path,
            url,
            tls.path("validateCertificateChain").asBoolean(true),
            tls.path("validateCertificateName").asBoolean(true),
            credentials(file.properties().path("credentials")),
            pool,
            other));
  }

  private static EntityCredentials credentials(JsonNode node) {
    JsonNode authorization = node.path("authorization");
    String scheme = authorization.path("scheme").asText("");
    String value = (scheme + " " + authorization.path("parameter").asText("")).strip();
    List<String> certificates = new ArrayList<>(strings(node.path("certificate")));
    certificates.addAll(strings(node.path("certificateIds")));
    return new EntityCredentials(
        lists(node.path("header")),
        lists(node.path("query")),
        value.isEmpty() ? null : value,
        certificates);
  }

  private static Map<String, List<String>> lists(JsonNode node) {
    Map<String, List<String>> all = new TreeMap<>();
    node.properties().forEach(entry -> all.put(entry.getKey(), strings(entry.getValue())));
    return all;
  }

  private static List<String> strings(JsonNode node) {
    List<String> all = new ArrayList<>();
    if (node.isTextual()) {
      all.add(node.asText());
    }
    node.elements().forEachRemaining(item -> all.add(item.asText()));
    return all;
  }

  private Map<String, FragmentArtifact> readFragments() {
    Map<String, FragmentArtifact> all = new LinkedHashMap<>();
    for (String id : entities("policy fragments").keySet()) {
      String path = "policy fragments/" + id + "/policy.xml";
      Optional<PolicyArtifact> policy = policy(path);
      if (policy.isEmpty()) {
        if (!files.has(path)) {
          issues.add(
              Issue.error(ArtifactIssues.FILE, "fragment '" + id + "' has no file '" + path + "'"));
        }
      } else if (policy.get().document().fragment().isEmpty()) {
        wrongRoot(policy.get(), "fragment");
      } else {
        all.put(id, new FragmentArtifact(id, policy.get()));
      }
    }
    return all;
  }

  private Map<String, ProductArtifact> readProducts(Map<String, List<String>> productsOfApis) {
    Map<String, ProductArtifact> all = new LinkedHashMap<>();
    entities("products")
        .forEach(
            (id, names) -> {
              Optional<JsonFile> file = json("products/" + id + "/productInformation.json", false);
              boolean key =
                  file.map(f -> f.properties().path("subscriptionRequired").asBoolean(true))
                      .orElse(true);
              all.put(
                  id, new ProductArtifact(id, key, scopePolicy("products/" + id + "/policy.xml")));
              for (String name : names) {
                String[] parts = name.split("/", -1);
                if (parts.length == 3 && parts[0].equals("apis")) {
                  productsOfApis.computeIfAbsent(parts[1], k -> new ArrayList<>()).add(id);
                }
              }
            });
    return all;
  }

  private List<ApiArtifact> readApis(Map<String, List<String>> productsOfApis) {
    List<ApiArtifact> all = new ArrayList<>();
    entities("apis")
        .forEach(
            (id, names) ->
                json("apis/" + id + "/apiInformation.json", false)
                    .flatMap(file -> api(id, names, file, productsOfApis))
                    .ifPresent(all::add));
    return all;
  }

  private Optional<ApiArtifact> api(
      String id, Set<String> names, JsonFile file, Map<String, List<String>> productsOfApis) {
    String type = file.optional("type").or(() -> file.optional("apiType")).orElse("http");
    if (!type.equals("http")) {
      issues.add(
          file.issue(
              Severity.WARNING,
              ArtifactIssues.NOT_READ,
              "type",
              "API '" + id + "' of type " + type + " is not read"));
      return Optional.empty();
    }
    int mark = id.indexOf(";rev=");
    int revision = file.properties().path("apiRevision").asInt(1);
    if (revision < 1) {
      issues.add(file.error("apiRevision", "apiRevision is not a whole number from 1 on"));
      return Optional.empty();
    }
    Optional<VersionScheme> version = version(id, file);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    JsonNode keys = file.properties().path("subscriptionKeyParameterNames");
    String rootId = mark < 0 ? id : id.substring(0, mark);
    return Optional.of(
        new ApiArtifact(
            id,
            file.optional("displayName").orElse(id),
            withoutSlashes(file.text("path")),
            version.get(),
            revision,
            mark < 0 && file.properties().path("isCurrent").asBoolean(true),
            baseUrl(file, "serviceUrl"),
            file.properties().path("subscriptionRequired").asBoolean(true),
            new KeyNames(
                keys.path("header").asText(KeyNames.STANDARD.header()),
                keys.path("query").asText(KeyNames.STANDARD.query())),
            productsOfApis.getOrDefault(rootId, List.of()),
            scopePolicy("apis/" + id + "/policy.xml"),
            operations(id, names, file)));
  }

  private Optional<VersionScheme> version(String id, JsonFile file) {
    String value = file.text("apiVersion");
    if (value.isEmpty()) {
      return Optional.of(VersionScheme.NONE);
    }
    JsonNode set = file.properties().path("apiVersionSet");
    if (!set.path("versioningScheme").isTextual()) {
      String setId =
          JsonFile.lastSegment(file.optional("apiVersionSetId").orElse(set.path("id").asText("")));
      JsonFile found = versionSets.get(setId);
      if (found == null) {
        issues.add(
            file.issue(
                Severity.ERROR,
                ArtifactIssues.REFERENCE,
                "apiVersionSetId",
                "API '" + id + "' has a version, but no version set '" + setId + "' is there"));
        return Optional.empty();
      }
      set = found.properties();
    }
    String header = set.path("versionHeaderName").asText("");
    String query = set.path("versionQueryName").asText("");
    try {
      return switch (set.path("versioningScheme").asText("")) {
        case "Segment" -> Optional.of(new VersionScheme.Segment(value));
        case "Header" -> Optional.of(new VersionScheme.Header(header, value));
        case "Query" -> Optional.of(new VersionScheme.Query(query, value));
        default ->
            throw new IllegalArgumentException(
                "versioning scheme '" + set.path("versioningScheme").asText("") + "' is unknown");
      };
    } catch (IllegalArgumentException e) {
      issues.add(file.error("apiVersion", "API '" + id + "': " + e.getMessage()));
      return Optional.empty();
    }
  }

  private List<OperationArtifact> operations(String id, Set<String> names, JsonFile file) {
    Map<String, String> policies = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : names) {
      String[] parts = name.split("/", -1);
      if (parts.length == 3 && parts[0].equals("operations") && parts[2].equals("policy.xml")) {
        policies.put(parts[1], "apis/" + id + "/" + name);
      }
    }
    List<OperationArtifact> operations = new ArrayList<>();
    Set<String> used = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (OpenApiOperation found : specification(id, names, file)) {
      if (!used.add(found.id())) {
        issues.add(
            Issue.error(
                ArtifactIssues.VALUE,
                found.span(),
                "operation id '" + found.id() + "' is there twice"));
        continue;
      }
      operations.add(
          new OperationArtifact(
              found.id(),
              found.method(),
              found.urlTemplate(),
              Optional.ofNullable(policies.remove(found.id())).flatMap(this::scopePolicy)));
    }
    policies.forEach(
        (operation, path) ->
            issues.add(
                new Issue(
                    ArtifactIssues.REFERENCE,
                    Severity.WARNING,
                    Optional.empty(),
                    name(path) + ": API '" + id + "' has no operation '" + operation + "'",
                    Optional.empty())));
    return operations;
  }

  private List<OpenApiOperation> specification(String id, Set<String> names, JsonFile file) {
    boolean template = !file.text("translateRequiredQueryParameters").equals("query");
    for (String name : List.of("specification.json", "specification.yaml", "specification.yml")) {
      if (names.contains(name)) {
        Optional<SourceText> source = text("apis/" + id + "/" + name, LONGEST_SPECIFICATION);
        if (source.isEmpty()) {
          return List.of();
        }
        OpenApiReader.Result result = OpenApiReader.read(source.get(), template);
        issues.addAll(result.issues());
        return result.operations();
      }
    }
    issues.add(note(name("apis/" + id) + ": no specification.json or .yaml, so no operation"));
    return List.of();
  }

  /** Empty when absent or wrong; wrong is an issue. */
  private Optional<BaseUrl> baseUrl(JsonFile file, String key) {
    Optional<String> url = file.optional(key).filter(text -> !text.isBlank());
    if (url.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(BaseUrl.parse(url.get().strip()));
    } catch (IllegalArgumentException e) {
      issues.add(file.error(key, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** The document of a scope: its root must be {@code policies}. */
  private Optional<PolicyArtifact> scopePolicy(String path) {
    Optional<PolicyArtifact> policy = policy(path);
    if (policy.isPresent() && policy.get().document().policies().isEmpty()) {
      wrongRoot(policy.get(), "policies");
      return Optional.empty();
    }
    return policy;
  }

  private void wrongRoot(PolicyArtifact policy, String expected) {
    if (!policy.document().hasErrors()) {
      SourceSpan start = policy.document().source().span(0, 0);
      issues.add(
          Issue.error(ArtifactIssues.VALUE, start, "the root element must be <" + expected + ">"));
    }
  }

  private Optional<PolicyArtifact> policy(String path) {
    if (!files.has(path)) {
      return Optional.empty();
    }
    return text(path, LONGEST_POLICY)
        .map(
            source -> {
              PolicyDocument document = documents.get(source.text());
              if (document == null) {
                document = PolicyDocuments.read(source);
                documents.put(source.text(), document);
                issues.addAll(document.issues());
              }
              return new PolicyArtifact(path, document);
            });
  }

  private Optional<JsonFile> json(String path, boolean secret) {
    if (!files.has(path)) {
      issues.add(note(name(path) + " is not there"));
      return Optional.empty();
    }
    Optional<SourceText> source = text(path, LONGEST_JSON);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(source.get().text());
      JsonFile file = new JsonFile(source.get(), root.path("properties"), secret);
      if (!file.properties().isObject()) {
        issues.add(
            file.issue(
                Severity.ERROR, ArtifactIssues.JSON, "properties", "there is no 'properties'"));
        return Optional.empty();
      }
      return Optional.of(file);
    } catch (JsonProcessingException e) {
      issues.add(broken(source.get(), e, secret));
      return Optional.empty();
    }
  }

  /** The parser's own message may quote the file. */
  private static Issue broken(SourceText source, JsonProcessingException e, boolean secret) {
    int offset = e.getLocation() == null ? 0 : (int) Math.max(0, e.getLocation().getCharOffset());
    SourceSpan span =
        source.span(Math.min(offset, source.length()), Math.min(offset, source.length()));
    if (secret) {
      return Issue.error(ArtifactIssues.JSON, span + ": not JSON");
    }
    String message = e.getOriginalMessage().strip().replaceAll("\\s+", " ");
    return Issue.error(ArtifactIssues.JSON, span, "not JSON: " + message);
  }

  private Optional<SourceText> text(String path, long longest) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(files.bytes(path, longest)))
              .toString();
      return Optional.of(
          SourceText.of(name(path), text.startsWith("\uFEFF") ? text.substring(1) : text));
    } catch (CharacterCodingException e) {
      issues.add(Issue.error(ArtifactIssues.FILE, name(path) + ": not UTF-8 text"));
    } catch (IOException e) {
      issues.add(Issue.error(ArtifactIssues.FILE, name(path) + ": " + ArtifactFiles.reason(e)));
    }
    return Optional.empty();
  }

  /** What messages call the file. */
  private String name(String path) {
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  private static Issue note(String message) {
    return new Issue(
        ArtifactIssues.NOT_READ, Severity.WARNING, Optional.empty(), message, Optional.empty());
  }

  private static String withoutSlashes(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
