package dev.fanout.load.plan;

import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.CatalogReader;
import dev.fanout.catalog.DataNode;
import dev.fanout.catalog.DataReader;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.Parameters;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what is sent: {@code catalog}, {@code requests}, {@code parameters}, {@code mix}. */
final class RequestReader {
  private static final List<String> KEYS =
      List.of(
          "api", "operation", "method", "path", "headers", "body", "status", "expect", "weight");
  private static final List<String> EXPECT_KEYS =
      List.of("contains", "echoes", "query", "atLeast", "atMost");
  private static final List<String> PARAMETER_KEYS =
      List.of("csv", "order", "name", "values", "from", "to");
  private static final int MOST_BODY_BYTES = 1 << 30;

  private final DataReader reader;
  private final Path folder;
  private final Function<String, Optional<String>> environment;

  /**
   * @param folder that names of files are relative to
   */
  RequestReader(DataReader reader, Path folder, Function<String, Optional<String>> environment) {
    this.reader = reader;
    this.folder = folder;
    this.environment = environment;
  }

  /** A request and how often it is sent in relation to the others. */
  record Weighted(RequestTemplate request, double weight) {}

  List<Map.Entry<String, String>> headers(@Nullable DataNode node) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    if (node == null) {
      return headers;
    }
    if (!(node instanceof DataNode.Mapping mapping)) {
      reader.mapping(node, "headers", List.of());
      return headers;
    }
    for (DataNode.Entry entry : mapping.entries()) {
      reader
          .text(entry.value(), "header " + entry.key())
          .flatMap(
              text -> reader.checked(entry.value(), () -> HeaderValues.resolve(text, environment)))
          .ifPresent(value -> headers.add(Map.entry(entry.key(), value)));
    }
    return headers;
  }

  List<Weighted> ofCatalog(DataNode node, List<Map.Entry<String, String>> headers) {
    Optional<String> file = reader.text(node, "catalog");
    if (file.isEmpty()) {
      return List.of();
    }
    var result = CatalogReader.read(folder.resolve(file.get()));
    Catalog catalog = result.orThrow();
    return CatalogRequests.of(catalog, "", headers).stream()
        .map(request -> new Weighted(request, 1))
        .toList();
  }

  List<Weighted> requests(DataNode node, List<Map.Entry<String, String>> headers) {
    List<Weighted> requests = new ArrayList<>();
    for (DataNode item : reader.list(node, "requests").orElse(List.of())) {
      request(item, headers).ifPresent(requests::add);
    }
    return requests;
  }

  private Optional<Weighted> request(DataNode item, List<Map.Entry<String, String>> common) {
    if (item instanceof DataNode.Scalar) {
      return reader
          .text(item, "a request")
          .flatMap(
              text ->
                  reader.checked(
                      item,
                      () -> {
                        String[] words = text.strip().split("\\s+", 2);
                        if (words.length != 2) {
                          throw new IllegalArgumentException(
                              "a request is written as GET /path, or as a mapping");
                        }
                        return new Weighted(
                            template(
                                defaultApi(words[1]),
                                words[0] + " " + words[1],
                                words[0],
                                words[1],
                                common,
                                "",
                                Set.of(200),
                                new BodyCheck.Anything()),
                            1);
                      }));
    }
    Map<String, DataNode> entries = reader.mapping(item, "a request", KEYS).orElse(Map.of());
    if (!entries.containsKey("path")) {
      reader.missing(item.span(), "a request", "path");
      return Optional.empty();
    }
    Optional<String> path = text(entries.get("path"), "path");
    String method = text(entries.get("method"), "method").orElse("GET");
    List<Map.Entry<String, String>> headers = new ArrayList<>(common);
    headers.addAll(headers(entries.get("headers")));
    String body = text(entries.get("body"), "body").orElse("");
    Set<Integer> statuses = statuses(entries.get("status"));
    Optional<BodyCheck> check = expect(entries.get("expect"));
    DataNode weight = entries.get("weight");
    Optional<Double> share = weight == null ? Optional.of(1.0) : reader.number(weight, "weight");
    if (path.isEmpty() || share.isEmpty() || check.isEmpty()) {
      return Optional.empty();
    }
    String api = text(entries.get("api"), "api").orElseGet(() -> defaultApi(path.get()));
    String operation =
        text(entries.get("operation"), "operation").orElse(method + " " + path.get());
    return reader.checked(
        item,
        () ->
            new Weighted(
                template(api, operation, method, path.get(), headers, body, statuses, check.get()),
                share.get()));
  }

  private static RequestTemplate template(
      String api,
      String operation,
      String method,
      String path,
      List<Map.Entry<String, String>> headers,
      String body,
      Set<Integer> statuses,
      BodyCheck check) {
    return new RequestTemplate(
        checkedApi(api), checkedOperation(operation), method, path, headers, body, statuses, check);
  }

  /** It becomes a tag of histograms. */
  private static String checkedApi(String name) {
    if (!name.matches("[!-+\\--.0-~]{1,100}")) {
      throw new IllegalArgumentException(
          "api '" + name + "' is not 1 to 100 visible ASCII characters without , and /");
    }
    return name;
  }

  /** It becomes a column and a label. */
  private static String checkedOperation(String name) {
    if (!name.matches("[ -+\\--~]{1,200}") || name.isBlank()) {
      throw new IllegalArgumentException(
          "operation '" + name + "' is not 1 to 200 visible ASCII characters without a comma");
    }
    return name;
  }

  /** The first segment of the path. */
  private static String defaultApi(String path) {
    String rest = path.replaceFirst("^/", "");
    String first = rest.split("[/?]", 2)[0];
    return first.isEmpty() || first.indexOf('{') >= 0 ? "root" : first;
  }

  private Set<Integer> statuses(@Nullable DataNode node) {
    if (node == null) {
      return Set.of(200);
    }
    Set<Integer> statuses = new TreeSet<>();
    List<DataNode> items =
        node instanceof DataNode.Scalar
            ? List.of(node)
            : reader.list(node, "status").orElse(List.of());
    for (DataNode item : items) {
      reader.wholeNumber(item, "status", 200, 599).ifPresent(statuses::add);
    }
    return statuses.isEmpty() ? Set.of(200) : statuses;
  }

  private Optional<BodyCheck> expect(@Nullable DataNode node) {
    if (node == null) {
      return Optional.of(new BodyCheck.Anything());
    }
    Map<String, DataNode> entries = reader.mapping(node, "expect", EXPECT_KEYS).orElse(Map.of());
    return reader.checked(
        node,
        () -> {
          List<BodyCheck> checks = new ArrayList<>();
          text(entries.get("contains"), "contains")
              .map(BodyCheck.Contains::new)
              .ifPresent(checks::add);
          text(entries.get("echoes"), "echoes")
              .map(path -> new BodyCheck.Echoes(path, text(entries.get("query"), "query")))
              .ifPresent(checks::add);
          DataNode least = entries.get("atLeast");
          DataNode most = entries.get("atMost");
          if (least != null || most != null) {
            checks.add(
                new BodyCheck.Length(
                    number(least, "atLeast").orElse(0),
                    number(most, "atMost").orElse(MOST_BODY_BYTES)));
          }
          return checks.isEmpty()
              ? new BodyCheck.Anything()
              : checks.size() == 1 ? checks.get(0) : new BodyCheck.All(checks);
        });
  }

  private Optional<Integer> number(@Nullable DataNode node, String what) {
    return node == null ? Optional.empty() : reader.wholeNumber(node, what, 0, MOST_BODY_BYTES);
  }

  List<Parameters> parameters(@Nullable DataNode node) {
    List<Parameters> tables = new ArrayList<>();
    if (node == null) {
      return tables;
    }
    for (DataNode item : reader.list(node, "parameters").orElse(List.of())) {
      Map<String, DataNode> entries =
          reader.mapping(item, "an entry of parameters", PARAMETER_KEYS).orElse(Map.of());
      if (!entries.isEmpty()) {
        table(item, entries).ifPresent(tables::add);
      }
    }
    return tables;
  }

  private Optional<Parameters> table(DataNode item, Map<String, DataNode> entries) {
    DataNode csv = entries.get("csv");
    if (csv != null) {
      Map<String, Parameters.Order> orders = new LinkedHashMap<>();
      orders.put("random", Parameters.Order.RANDOM);
      orders.put("sequential", Parameters.Order.SEQUENTIAL);
      DataNode word = entries.get("order");
      Optional<Parameters.Order> order =
          word == null
              ? Optional.of(Parameters.Order.SEQUENTIAL)
              : reader.oneOf(word, "order", orders);
      Optional<String> file = text(csv, "csv");
      if (order.isEmpty() || file.isEmpty()) {
        return Optional.empty();
      }
      return reader.checked(csv, () -> read(folder.resolve(file.get()), order.get()));
    }
    Optional<String> name = text(entries.get("name"), "name");
    if (name.isEmpty()) {
      reader.missing(item.span(), "an entry of parameters", "csv' or 'name");
      return Optional.empty();
    }
    DataNode values = entries.get("values");
    if (values != null) {
      List<String> texts = new ArrayList<>();
      for (DataNode value : reader.list(values, "values").orElse(List.of())) {
        reader.text(value, "a value").ifPresent(texts::add);
      }
      return reader.checked(values, () -> Parameters.choice(name.get(), texts));
    }
    DataNode from = entries.get("from");
    DataNode to = entries.get("to");
    if (from == null || to == null) {
      reader.missing(item.span(), "an entry of parameters", "values', or 'from' and 'to");
      return Optional.empty();
    }
    Optional<Integer> least = reader.wholeNumber(from, "from", 0, Integer.MAX_VALUE);
    Optional<Integer> most = reader.wholeNumber(to, "to", 0, Integer.MAX_VALUE);
    return least.isEmpty() || most.isEmpty()
        ? Optional.empty()
        : reader.checked(item, () -> Parameters.sequence(name.get(), least.get(), most.get()));
  }

  private static Parameters read(Path file, Parameters.Order order) {
    try {
      return Parameters.csv(file, order);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mix of requests in the order that {@code mix} names. */
  Optional<RequestMix> mix(
      DataNode root, List<Weighted> requests, @Nullable DataNode mix, @Nullable DataNode zipf) {
    List<RequestTemplate> templates = requests.stream().map(Weighted::request).toList();
    if (zipf != null) {
      return reader
          .number(zipf, "zipf")
          .flatMap(exponent -> reader.checked(zipf, () -> RequestMix.zipf(templates, exponent)));
    }
    boolean weighted = requests.stream().anyMatch(request -> request.weight() != 1);
    Map<String, RequestMix.Selection> words = new LinkedHashMap<>();
    words.put("round-robin", RequestMix.Selection.ROUND_ROBIN);
    words.put("uniform", RequestMix.Selection.UNIFORM);
    words.put("weighted", RequestMix.Selection.WEIGHTED);
    Optional<RequestMix.Selection> selection =
        mix == null
            ? Optional.of(
                weighted ? RequestMix.Selection.WEIGHTED : RequestMix.Selection.ROUND_ROBIN)
            : reader.oneOf(mix, "mix", words);
    return selection.flatMap(
        way ->
            reader.checked(
                mix == null ? root : mix,
                () -> {
                  if (weighted && way != RequestMix.Selection.WEIGHTED) {
                    throw new IllegalArgumentException(
                        "requests have weights, which only mix: weighted looks at");
                  }
                  return way == RequestMix.Selection.WEIGHTED
                      ? RequestMix.weighted(
                          templates, requests.stream().map(Weighted::weight).toList())
                      : new RequestMix(templates, way);
                }));
  }

  private Optional<String> text(@Nullable DataNode node, String what) {
    return node == null ? Optional.empty() : reader.text(node, what);
  }
}
