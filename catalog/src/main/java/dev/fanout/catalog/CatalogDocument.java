package dev.fanout.catalog;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One reading of a {@code fanout.yaml}: from the data tree to a catalog, or to its mistakes. */
final class CatalogDocument {
  static final String DUPLICATE_ID = "CATALOG_DUPLICATE_ID";
  static final String DUPLICATE_PATH = "CATALOG_DUPLICATE_PATH";

  private static final int MOST_OPERATIONS = 1_000;
  private static final List<String> TOP_KEYS =
      List.of("upstream", "apis", "topologies", "load", "margins");
  private static final List<String> API_KEYS =
      List.of(
          "generate",
          "id",
          "path",
          "upstreamPath",
          "version",
          "revisions",
          "operations",
          "openapi");

  private final DataReader reader = new DataReader();
  private final @Nullable Path folder;
  private final List<Api> apis = new ArrayList<>();
  private final Map<String, SourceSpan> ids = new HashMap<>();
  private final Map<String, VersionScheme> schemes = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();

  /** {@code folder}: what paths of OpenAPI documents are relative to; null if there is none. */
  CatalogDocument(@Nullable Path folder) {
    this.folder = folder;
  }

  CatalogResult read(DataNode root) {
    Optional<Map<String, DataNode>> entries = reader.mapping(root, "the catalog", TOP_KEYS);
    if (entries.isEmpty()) {
      return new CatalogResult(Optional.empty(), reader.issues());
    }
    Map<String, DataNode> top = entries.get();
    Optional<Upstream> upstream = required(root, top, "upstream", "the catalog", this::upstream);
    required(root, top, "apis", "the catalog", this::readApis);
    List<Topology> topologies =
        optional(top, "topologies", this::topologies)
            .orElse(List.of(Topology.SHARED_BACKEND, Topology.PER_API));
    LoadSettings load = optional(top, "load", this::load).orElse(LoadSettings.STANDARD);
    Margins margins = optional(top, "margins", this::margins).orElse(Margins.STANDARD);
    if (reader.hasErrors() || upstream.isEmpty()) {
      return new CatalogResult(Optional.empty(), reader.issues());
    }
    Optional<Catalog> catalog =
        reader.checked(root, () -> new Catalog(upstream.get(), apis, topologies, load, margins));
    return new CatalogResult(catalog, reader.issues());
  }

  private Optional<Upstream> upstream(DataNode node) {
    return reader
        .mapping(node, "'upstream'", List.of("url"))
        .flatMap(
            entries ->
                required(
                    node,
                    entries,
                    "url",
                    "'upstream'",
                    url ->
                        reader
                            .text(url, "'url'")
                            .flatMap(text -> reader.checked(url, () -> Upstream.of(text)))));
  }

  private Optional<List<Topology>> topologies(DataNode node) {
    Map<String, Topology> words = new LinkedHashMap<>();
    for (Topology topology : Topology.values()) {
      words.put(topology.id(), topology);
    }
    Optional<List<DataNode>> items = reader.list(node, "'topologies'");
    if (items.isEmpty()) {
      return Optional.empty();
    }
    if (items.get().size() != 2) {
      reader.add(
          Issue.error(
              DataReader.BAD_VALUE,
              node.span(),
              "'topologies' must be the two to compare, and these are " + items.get().size()));
      return Optional.empty();
    }
    List<Topology> found = new ArrayList<>();
    items.get().forEach(item -> reader.oneOf(item, "topology", words).ifPresent(found::add));
    return found.size() == 2 ? Optional.of(found) : Optional.empty();
  }

  private Optional<Boolean> readApis(DataNode node) {
    for (DataNode item : reader.list(node, "'apis'").orElse(List.of())) {
      if (apis.size() > Catalog.MOST_APIS) {
        reader.add(
            Issue.error(
                DataReader.BAD_VALUE, item.span(), "more than " + Catalog.MOST_APIS + " APIs"));
        break;
      }
      readEntry(item);
    }
    return Optional.of(true);
  }

  private void readEntry(DataNode item) {
    Optional<Map<String, DataNode>> entries = reader.mapping(item, "an API", API_KEYS);
    if (entries.isEmpty()) {
      return;
    }
    Map<String, DataNode> api = entries.get();
    boolean generated = api.containsKey("generate");
    int count =
        optional(
                api,
                "generate",
                node -> reader.wholeNumber(node, "'generate'", 1, Catalog.MOST_APIS))
            .orElse(1);
    Function<DataNode, Optional<VersionScheme>> readVersion = this::version;
    VersionScheme version = optional(api, "version", readVersion).orElse(VersionScheme.NONE);
    int revisions =
        optional(api, "revisions", node -> reader.wholeNumber(node, "'revisions'", 1, 100))
            .orElse(1);
    List<Operation> operations = operations(item, api);
    Optional<String> id = required(item, api, "id", "an API", node -> reader.text(node, "'id'"));
    Optional<String> path =
        required(item, api, "path", "an API", node -> reader.text(node, "'path'"));
    Optional<String> upstreamPath =
        optional(api, "upstreamPath", node -> reader.text(node, "'upstreamPath'"));
    if (id.isEmpty() || path.isEmpty()) {
      return;
    }
    if (generated && !id.get().contains("{n}") && !id.get().contains("{nn}") && count > 1) {
      reader.add(
          Issue.error(
                  DataReader.BAD_VALUE,
                  node(api, "id").span(),
                  "the id of a generated API has no '{nn}', so that all have the same")
              .withHint("write \"" + id.get() + "{nn}\""));
      return;
    }
    int width = Math.max(2, String.valueOf(count).length());
    for (int i = 1; i <= count && apis.size() < Catalog.MOST_APIS; i++) {
      Function<String, String> numbered = generated ? numbering(i, width) : text -> text;
      boolean good =
          addApi(
              api,
              numbered.apply(id.get()),
              numbered.apply(path.get()),
              upstreamPath.map(numbered),
              version,
              revisions,
              operations);
      if (!good) {
        return;
      }
    }
  }

  private static Function<String, String> numbering(int number, int width) {
    String padded = String.format(Locale.ROOT, "%0" + width + "d", number);
    return text -> text.replace("{nn}", padded).replace("{n}", String.valueOf(number));
  }

  private boolean addApi(
      Map<String, DataNode> nodes,
      String id,
      String path,
      Optional<String> upstreamPath,
      VersionScheme version,
      int revisions,
      List<Operation> operations) {
    String publicPath = UrlPaths.withoutLeading(UrlPaths.withoutTrailing(path));
    DataNode idNode = node(nodes, "id");
    DataNode pathNode = node(nodes, "path");
    boolean good =
        check(idNode, () -> Api.checkId(id))
            & check(pathNode, () -> Api.checkPublicPath(publicPath));
    String prefix =
        upstreamPath.map(CatalogDocument::asPrefix).orElse(requestPrefix(publicPath, version));
    if (upstreamPath.isPresent()) {
      good &= check(node(nodes, "upstreamPath"), () -> Api.checkUpstreamPath(prefix));
    }
    if (!good || operations.isEmpty()) {
      return false;
    }
    SourceSpan known = ids.putIfAbsent(id.toLowerCase(Locale.ROOT), idNode.span());
    if (known != null) {
      reader.add(
          Issue.error(
              DUPLICATE_ID,
              idNode.span(),
              "API id '" + id + "' is taken in line " + known.position().line()));
      return false;
    }
    Api api = new Api(id, publicPath, prefix, version, revisions, operations);
    if (!addAddress(pathNode, api)) {
      return false;
    }
    apis.add(api);
    return true;
  }

  /** APIs on one path must belong to one version set, with one version each. */
  private boolean addAddress(DataNode node, Api api) {
    String path = api.publicPath().toLowerCase(Locale.ROOT);
    VersionScheme first = schemes.putIfAbsent(path, api.version());
    if (first != null && !sameSet(first, api.version())) {
      reader.add(
          Issue.error(
              DUPLICATE_PATH,
              node.span(),
              "another API on path '" + api.publicPath() + "' has another version scheme"));
      return false;
    }
    String address =
        api.requestPrefix().toLowerCase(Locale.ROOT)
            + " "
            + (api.version() instanceof VersionScheme.Segment ? "" : api.version());
    String other = addresses.putIfAbsent(address, api.id());
    if (other != null) {
      reader.add(
          Issue.error(
              DUPLICATE_PATH,
              node.span(),
              "API '" + api.id() + "' has the public path and version of '" + other + "'"));
      return false;
    }
    return true;
  }

  private static boolean sameSet(VersionScheme a, VersionScheme b) {
    if (a instanceof VersionScheme.Header x && b instanceof VersionScheme.Header y) {
      return x.name().equalsIgnoreCase(y.name());
    }
    if (a instanceof VersionScheme.Query x && b instanceof VersionScheme.Query y) {
      return x.name().equalsIgnoreCase(y.name());
    }
    return a.getClass() == b.getClass();
  }

  private static String asPrefix(String path) {
    String relative = UrlPaths.withoutLeading(UrlPaths.withoutTrailing(path));
    return relative.isEmpty() ? "" : "/" + relative;
  }

  private static String requestPrefix(String publicPath, VersionScheme version) {
    String path = publicPath.isEmpty() ? "" : "/" + publicPath;
    return version instanceof VersionScheme.Segment segment ? path + "/" + segment.value() : path;
  }

  private Optional<VersionScheme> version(DataNode node) {
    Optional<Map<String, DataNode>> entries =
        reader.mapping(node, "'version'", List.of("segment", "header", "query", "value"));
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> texts = new HashMap<>();
    entries.get().forEach((k, v) -> reader.text(v, "'" + k + "'").ifPresent(t -> texts.put(k, t)));
    if (texts.size() < entries.get().size()) {
      return Optional.empty();
    }
    String segment = texts.get("segment");
    String header = texts.get("header");
    String query = texts.get("query");
    String value = texts.get("value");
    if (segment != null && texts.size() == 1) {
      return reader.checked(node, () -> new VersionScheme.Segment(segment));
    }
    if (header != null && value != null && texts.size() == 2) {
      return reader.checked(node, () -> new VersionScheme.Header(header, value));
    }
    if (query != null && value != null && texts.size() == 2) {
      return reader.checked(node, () -> new VersionScheme.Query(query, value));
    }
    reader.add(
        Issue.error(DataReader.BAD_VALUE, node.span(), "'version' is in none of its three forms")
            .withHint(
                "{segment: v1}, {header: Api-Version, value: v1} or {query: api-version, value:"
                    + " v1}"));
    return Optional.empty();
  }

  private List<Operation> operations(DataNode item, Map<String, DataNode> api) {
    DataNode list = api.get("operations");
    DataNode file = api.get("openapi");
    if ((list == null) == (file == null)) {
      SourceSpan span = item.span();
      reader.add(
          Issue.error(
              list == null ? DataReader.MISSING_KEY : DataReader.BAD_VALUE,
              span.source().span(span.start(), Math.min(span.end(), span.start() + 1)),
              list == null
                  ? "an API has neither 'operations' nor 'openapi'"
                  : "an API has both 'operations' and 'openapi'"));
      return List.of();
    }
    List<Operation> operations = new ArrayList<>();
    if (file != null) {
      reader.text(file, "'openapi'").ifPresent(name -> addFromFile(file, name, operations));
    } else if (list != null) {
      for (DataNode node : reader.list(list, "'operations'").orElse(List.of())) {
        operation(node).ifPresent(operation -> addOperation(node, operation, operations));
      }
    }
    return operations;
  }

  private void addOperation(DataNode node, Operation operation, List<Operation> operations) {
    if (operations.size() >= MOST_OPERATIONS) {
      reader.add(
          Issue.error(
              DataReader.BAD_VALUE,
              node.span(),
              "an API has more than " + MOST_OPERATIONS + " operations"));
      return;
    }
    for (Operation other : operations) {
      if (other.id().equalsIgnoreCase(operation.id())) {
        reader.add(
            Issue.error(
                    DUPLICATE_ID, node.span(), "operation id '" + other.id() + "' is there twice")
                .withHint("give it an id: {id: …, method: …, urlTemplate: …}"));
        return;
      }
      if (shape(other).equals(shape(operation))) {
        reader.add(
            Issue.error(
                DUPLICATE_PATH,
                node.span(),
                "operation '" + other.id() + "' has the same method and path"));
        return;
      }
    }
    operations.add(operation);
  }

  /** Two operations of one shape cannot be told apart by an OpenAPI document. */
  private static String shape(Operation operation) {
    return operation.method()
        + " "
        + operation.template().path().replaceAll("\\{[^}]*}", "{}").toLowerCase(Locale.ROOT);
  }

  private Optional<Operation> operation(DataNode node) {
    if (node instanceof DataNode.Scalar) {
      return reader.text(node, "an operation").flatMap(text -> shorthand(node, text));
    }
    Optional<Map<String, DataNode>> entries =
        reader.mapping(node, "an operation", List.of("id", "method", "urlTemplate"));
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Map<String, DataNode> operation = entries.get();
    Optional<String> id =
        required(node, operation, "id", "an operation", n -> reader.text(n, "'id'"));
    Optional<String> method =
        required(node, operation, "method", "an operation", n -> reader.text(n, "'method'"));
    Optional<String> template =
        required(
            node, operation, "urlTemplate", "an operation", n -> reader.text(n, "'urlTemplate'"));
    if (id.isEmpty() || method.isEmpty() || template.isEmpty()) {
      return Optional.empty();
    }
    return reader.checked(node, () -> new Operation(id.get(), method.get(), template.get()));
  }

  /** {@code GET /resource/{id}}, with an id made of it. */
  private Optional<Operation> shorthand(DataNode node, String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      reader.add(
          Issue.error(
                  DataReader.BAD_VALUE,
                  node.span(),
                  "operation '" + text + "' is not a method, a space and a URL template")
              .withHint("like GET /resource/{id}"));
      return Optional.empty();
    }
    String method = text.substring(0, space);
    String template = text.substring(space).strip();
    String id = OpenApiReader.idOf(method.toLowerCase(Locale.ROOT) + "-" + template);
    return reader.checked(node, () -> new Operation(id, method, template));
  }

  private void addFromFile(DataNode node, String name, List<Operation> operations) {
    if (folder == null) {
      reader.add(Issue.error(CatalogReader.FILE, node.span(), "there is no folder to find it in"));
      return;
    }
    Path path;
    try {
      path = folder.resolve(name);
    } catch (InvalidPathException e) {
      reader.add(Issue.error(CatalogReader.FILE, node.span(), "'" + name + "' is not a path"));
      return;
    }
    TextFiles.Loaded loaded = TextFiles.load(path, path.toString());
    if (loaded.source().isEmpty()) {
      reader.add(Issue.error(CatalogReader.FILE, node.span(), loaded.problem()));
      return;
    }
    SourceText source = loaded.source().get();
    OpenApiReader.Result result = OpenApiReader.read(source);
    result.issues().forEach(reader::add);
    for (OpenApiOperation found : result.operations()) {
      DataNode place = new DataNode.Scalar(found.span(), DataNode.ScalarKind.TEXT, found.id());
      reader
          .checked(place, () -> new Operation(found.id(), found.method(), found.urlTemplate()))
          .ifPresent(operation -> addOperation(place, operation, operations));
    }
    if (result.issues().isEmpty() && result.operations().isEmpty()) {
      reader.add(Issue.error(CatalogReader.FILE, node.span(), "'" + name + "' has no operation"));
    }
  }

  private Optional<LoadSettings> load(DataNode node) {
    Optional<Map<String, DataNode>> entries =
        reader.mapping(
            node,
            "'load'",
            List.of(
                "plan",
                "looks",
                "ofCapacity",
                "ratesPerSecond",
                "virtualUsers",
                "window",
                "settling"));
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Map<String, DataNode> load = entries.get();
    Map<String, LoadPlan> plans = new LinkedHashMap<>();
    for (LoadPlan plan : LoadPlan.values()) {
      plans.put(plan.id(), plan);
    }
    LoadPlan plan =
        optional(load, "plan", n -> reader.oneOf(n, "plan", plans)).orElse(LoadPlan.DEFAULT);
    Optional<LoadProfile> capacity = optional(load, "ofCapacity", this::ofCapacity);
    Optional<LoadProfile> rates = optional(load, "ratesPerSecond", this::rates);
    Optional<LoadProfile> users = optional(load, "virtualUsers", this::users);
    long models =
        List.of("ofCapacity", "ratesPerSecond", "virtualUsers").stream()
            .filter(load::containsKey)
            .count();
    if (models > 1) {
      reader.add(
          Issue.error(
              DataReader.BAD_VALUE,
              node.span(),
              "'load' has more than one of ofCapacity, ratesPerSecond and virtualUsers"));
    }
    Optional<Duration> window = optional(load, "window", n -> duration(n, "'window'"));
    Optional<Duration> settling = optional(load, "settling", n -> duration(n, "'settling'"));
    List<Integer> looks = optional(load, "looks", this::looks).orElse(List.of());
    return reader.checked(
        node,
        () ->
            new LoadSettings(
                plan, capacity.or(() -> rates).or(() -> users), window, settling, looks));
  }

  private Optional<List<Integer>> looks(DataNode node) {
    List<Integer> looks = new ArrayList<>();
    for (DataNode item : reader.list(node, "'looks'").orElse(List.of())) {
      reader.wholeNumber(item, "a number of replicates", 4, 200).ifPresent(looks::add);
    }
    return Optional.of(looks);
  }

  private Optional<LoadProfile> ofCapacity(DataNode node) {
    List<Double> shares = new ArrayList<>();
    for (DataNode item : reader.list(node, "'ofCapacity'").orElse(List.of())) {
      share(item, "a share of capacity").ifPresent(shares::add);
    }
    return shares.isEmpty()
        ? Optional.empty()
        : reader.checked(node, () -> new LoadProfile.OfCapacity(shares));
  }

  private Optional<LoadProfile> rates(DataNode node) {
    List<Double> rates = new ArrayList<>();
    for (DataNode item : reader.list(node, "'ratesPerSecond'").orElse(List.of())) {
      reader.number(item, "a rate").ifPresent(rates::add);
    }
    return rates.isEmpty()
        ? Optional.empty()
        : reader.checked(node, () -> new LoadProfile.Rates(rates));
  }

  private Optional<LoadProfile> users(DataNode node) {
    List<Integer> users = new ArrayList<>();
    for (DataNode item : reader.list(node, "'virtualUsers'").orElse(List.of())) {
      reader.wholeNumber(item, "a number of users", 1, 10_000).ifPresent(users::add);
    }
    return users.isEmpty()
        ? Optional.empty()
        : reader.checked(node, () -> new LoadProfile.Users(users));
  }

  private Optional<Margins> margins(DataNode node) {
    Optional<Map<String, DataNode>> entries =
        reader.mapping(node, "'margins'", List.of("p50", "p95", "cpu", "throughput", "errors"));
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Map<String, DataNode> margins = entries.get();
    Optional<Duration> p50 = optional(margins, "p50", n -> duration(n, "'p50'"));
    Optional<Duration> p95 = optional(margins, "p95", n -> duration(n, "'p95'"));
    Optional<Double> cpu = optional(margins, "cpu", n -> share(n, "'cpu'"));
    Optional<Double> throughput = optional(margins, "throughput", n -> share(n, "'throughput'"));
    Optional<Double> errors = optional(margins, "errors", n -> share(n, "'errors'"));
    return reader.checked(node, () -> new Margins(p50, p95, cpu, throughput, errors));
  }

  private Optional<Duration> duration(DataNode node, String what) {
    return reader
        .text(node, what)
        .flatMap(text -> reader.checked(node, () -> Quantities.duration(text)));
  }

  private Optional<Double> share(DataNode node, String what) {
    return reader
        .text(node, what)
        .flatMap(text -> reader.checked(node, () -> Quantities.share(text)));
  }

  private boolean check(DataNode node, Runnable check) {
    return reader
        .checked(
            node,
            () -> {
              check.run();
              return true;
            })
        .isPresent();
  }

  private <T> Optional<T> required(
      DataNode parent,
      Map<String, DataNode> entries,
      String key,
      String what,
      Function<DataNode, Optional<T>> read) {
    DataNode node = entries.get(key);
    if (node == null) {
      reader.missing(parent.span(), what, key);
      return Optional.empty();
    }
    return read.apply(node);
  }

  private <T> Optional<T> optional(
      Map<String, DataNode> entries, String key, Function<DataNode, Optional<T>> read) {
    DataNode node = entries.get(key);
    return node == null ? Optional.empty() : read.apply(node);
  }

  private static DataNode node(Map<String, DataNode> entries, String key) {
    DataNode node = entries.get(key);
    if (node == null) {
      throw new IllegalStateException("no node '" + key + "'");
    }
    return node;
  }
}
