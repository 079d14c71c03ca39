package dev.fanout.artifacts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanout.catalog.OpenApiOperation;
import dev.fanout.catalog.OpenApiReader;
import dev.fanout.catalog.VersionScheme;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** One reading of an artifact folder. */
final class EstateReading {
  /** A batch that is read ahead ends when it has so many files or bytes. */
  private static final int MOST_AHEAD = 2_000;

  private static final long LONGEST_AHEAD = 16 << 20;
  private static final List<String> SPECIFICATIONS =
      List.of("specification.json", "specification.yaml", "specification.yml");
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
  private final FileReading reading;
  private final ReadAhead ahead;
  private final List<Issue> issues = new ArrayList<>();

  /** For each folder such as {@code apis}, the entities in it, each with its files. */
  private final Map<String, Map<String, Set<String>>> entities = new HashMap<>();

  private final Set<String> workspaces = new TreeSet<>();
  private final Map<String, JsonFile> versionSets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** {@code folder}: what messages call it, empty for files in memory. */
  EstateReading(ArtifactFiles files, String folder) {
    this.files = files;
    this.folder = folder;
    this.reading = new FileReading(files, folder);
    this.ahead = new ReadAhead(reading);
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

  /** Gives the entities of a kind in order, each when its files have been read ahead. */
  private void each(String kind, BiConsumer<String, Set<String>> entity) {
    List<Map.Entry<String, Set<String>>> batch = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    long length = 0;
    for (Map.Entry<String, Set<String>> next : entities(kind).entrySet()) {
      batch.add(next);
      for (String name : wanted(next.getValue())) {
        String path = kind + "/" + next.getKey() + "/" + name;
        paths.add(path);
        length += files.length(path);
      }
      if (paths.size() >= MOST_AHEAD || length >= LONGEST_AHEAD) {
        give(batch, paths, entity);
        length = 0;
      }
    }
    give(batch, paths, entity);
  }

  private void give(
      List<Map.Entry<String, Set<String>>> batch,
      List<String> paths,
      BiConsumer<String, Set<String>> entity) {
    ahead.load(paths);
    batch.forEach(next -> entity.accept(next.getKey(), next.getValue()));
    batch.clear();
    paths.clear();
  }

  /** Which files of an entity will be asked for, as a rule. */
  private static List<String> wanted(Set<String> names) {
    List<String> wanted = new ArrayList<>();
    for (String name : names) {
      if (isOperationPolicy(name.split("/", -1))
          || (name.indexOf('/') < 0
              && (name.equals("policy.xml")
                  || (name.endsWith("Information.json")
                      && !name.equals("policyFragmentInformation.json"))))) {
        wanted.add(name);
      }
    }
    SPECIFICATIONS.stream().filter(names::contains).findFirst().ifPresent(wanted::add);
    return wanted;
  }

  private static boolean isOperationPolicy(String[] parts) {
    return parts.length == 3 && parts[0].equals("operations") && parts[2].equals("policy.xml");
  }

  private void readVersionSets() {
    each(
        "version sets",
        (id, names) ->
            json("version sets/" + id + "/versionSetInformation.json")
                .ifPresent(file -> versionSets.put(id, file)));
  }

  private Map<String, NamedValueArtifact> readNamedValues() {
    Map<String, NamedValueArtifact> all = new LinkedHashMap<>();
    each(
        "named values",
        (id, names) ->
            json("named values/" + id + "/namedValueInformation.json")
                .map(file -> namedValue(id, file))
                .ifPresent(namedValue -> all.put(namedValue.name(), namedValue)));
    return all;
  }

  private static NamedValueArtifact namedValue(String id, JsonFile file) {
    boolean secret = file.properties().path("secret").asBoolean(false);
    boolean keyVault = file.properties().path("keyVault").isObject();
    return new NamedValueArtifact(
        file.optional("displayName").orElse(id), file.optional("value"), secret || keyVault);
  }

  private Map<String, BackendArtifact> readBackends() {
    Map<String, BackendArtifact> all = new LinkedHashMap<>();
    each(
        "backends",
        (id, names) -> {
          String path = "backends/" + id + "/backendInformation.json";
          json(path)
              .flatMap(file -> backend(id, path, file))
              .ifPresent(backend -> all.put(id, backend));
        });
    all.values()
        .forEach(
            backend ->
                backend.pool().stream()
                    .filter(
                        member -> all.keySet().stream().noneMatch(member.id()::equalsIgnoreCase))
                    .forEach(
                        member ->
                            issues.add(
                                ArtifactIssues.of(
                                    name(backend.file()),
                                    ArtifactIssues.REFERENCE,
                                    Severity.ERROR,
                                    "pool member '"
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
    each("policy fragments", (id, names) -> fragment(id).ifPresent(found -> all.put(id, found)));
    return all;
  }

  private Optional<FragmentArtifact> fragment(String id) {
    String path = "policy fragments/" + id + "/policy.xml";
    Optional<PolicyArtifact> policy = policy(path);
    if (policy.isEmpty()) {
      if (!files.has(path)) {
        issues.add(
            ArtifactIssues.of(
                name(path),
                ArtifactIssues.FILE,
                Severity.ERROR,
                "fragment '" + id + "' has no policy.xml"));
      }
      return Optional.empty();
    }
    if (policy.get().document().fragment().isEmpty()) {
      wrongRoot(policy.get(), "fragment");
      return Optional.empty();
    }
    return Optional.of(new FragmentArtifact(id, policy.get()));
  }

  private Map<String, ProductArtifact> readProducts(Map<String, List<String>> productsOfApis) {
    Map<String, ProductArtifact> all = new LinkedHashMap<>();
    each(
        "products",
        (id, names) -> {
          Optional<JsonFile> file = json("products/" + id + "/productInformation.json");
          boolean key =
              file.map(f -> f.properties().path("subscriptionRequired").asBoolean(true))
                  .orElse(true);
          all.put(id, new ProductArtifact(id, key, scopePolicy("products/" + id + "/policy.xml")));
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
    each(
        "apis",
        (id, names) ->
            json("apis/" + id + "/apiInformation.json")
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
      if (isOperationPolicy(parts)) {
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
                ArtifactIssues.of(
                    name(path),
                    ArtifactIssues.REFERENCE,
                    Severity.WARNING,
                    "API '" + id + "' has no operation '" + operation + "'")));
    return operations;
  }

  private List<OpenApiOperation> specification(String id, Set<String> names, JsonFile file) {
    boolean template = !file.text("translateRequiredQueryParameters").equals("query");
    for (String name : SPECIFICATIONS) {
      if (names.contains(name)) {
        return found(ahead.specification("apis/" + id + "/" + name, template))
            .map(OpenApiReader.Result::operations)
            .orElse(List.of());
      }
    }
    issues.add(
        note("apis/" + id + "/specification.json", "neither this nor a .yaml, so no operation"));
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
    return found(ahead.policy(path)).map(document -> new PolicyArtifact(path, document));
  }

  private Optional<JsonFile> json(String path) {
    if (!files.has(path)) {
      issues.add(note(path, "the file is not there"));
      return Optional.empty();
    }
    return found(ahead.json(path));
  }

  private <T> Optional<T> found(Parsed<T> parsed) {
    issues.addAll(parsed.issues());
    return parsed.value();
  }

  private String name(String path) {
    return reading.name(path);
  }

  private Issue note(String path, String message) {
    return ArtifactIssues.of(name(path), ArtifactIssues.NOT_READ, Severity.WARNING, message);
  }

  private static String withoutSlashes(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
