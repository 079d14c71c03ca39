package dev.fanout.load.plan;

import dev.fanout.catalog.CatalogReader;
import dev.fanout.catalog.DataDocument;
import dev.fanout.catalog.DataNode;
import dev.fanout.catalog.DataReader;
import dev.fanout.catalog.Quantities;
import dev.fanout.catalog.TextFiles;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.load.Limits;
import dev.fanout.load.LoadRunnerOptions;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.TlsOptions;
import dev.fanout.load.run.LoadStage;
import dev.fanout.load.run.LoadTarget;
import dev.fanout.load.summary.Condition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code plan.yaml}; its keys are in docs/load.md. */
public final class LoadPlanReader {
  private static final int LONGEST = 4 << 20;
  private static final List<String> KEYS =
      List.of(
          "name",
          "url",
          "targets",
          "catalog",
          "requests",
          "headers",
          "mix",
          "zipf",
          "ids",
          "parameters",
          "stages",
          "settling",
          "limits",
          "failIf",
          "seed",
          "eventLoops",
          "trust");
  private static final List<String> TARGET_KEYS = List.of("name", "url");
  private static final List<String> LIMIT_KEYS =
      List.of("connect", "request", "drain", "failuresInARow", "errors");

  private final DataReader reader = new DataReader();
  private final Path folder;
  private final Function<String, Optional<String>> environment;

  private LoadPlanReader(Path folder, Function<String, Optional<String>> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Reads a file; other files that it names are relative to it.
   *
   * @param environment what {@code ${NAME}} in a header's value is
   * @throws IssueException with all mistakes in it
   */
  public static LoadSpec read(Path file, Function<String, Optional<String>> environment) {
    TextFiles.Loaded loaded = TextFiles.load(file, file.toString());
    if (loaded.source().isEmpty()) {
      throw new IssueException(List.of(Issue.error(CatalogReader.FILE, loaded.problem())));
    }
    Path parent = file.toAbsolutePath().getParent();
    return read(loaded.source().get(), parent == null ? Path.of("") : parent, environment);
  }

  /**
   * Reads a text.
   *
   * @throws IssueException with all mistakes in it
   */
  public static LoadSpec read(
      SourceText source, Path folder, Function<String, Optional<String>> environment) {
    DataDocument document = DataDocument.parse(source, CatalogReader.SYNTAX, LONGEST);
    if (!document.issues().isEmpty()) {
      throw new IssueException(document.issues());
    }
    if (document.root().isEmpty()) {
      throw new IssueException(
          List.of(Issue.error(DataReader.MISSING_KEY, source.span(0, 0), "the plan is empty")));
    }
    LoadPlanReader plan = new LoadPlanReader(folder, environment);
    Optional<LoadSpec> spec = plan.spec(document.root().get());
    if (spec.isEmpty() || plan.reader.hasErrors()) {
      throw new IssueException(plan.reader.issues());
    }
    return spec.get();
  }

  private Optional<LoadSpec> spec(DataNode root) {
    Map<String, DataNode> entries = reader.mapping(root, "the plan", KEYS).orElse(Map.of());
    RequestReader requests = new RequestReader(reader, folder, environment);
    Optional<RequestMix> mix = mix(root, entries, requests);
    TlsOptions tls = tls(entries.get("trust"));
    List<LoadTarget> targets = new ArrayList<>();
    if (mix.isPresent()) {
      targets.addAll(targets(root, entries, mix.get(), tls));
    }
    Duration settling =
        entries.containsKey("settling")
            ? duration(entries.get("settling")).orElse(Duration.ZERO)
            : Duration.ofSeconds(1);
    List<LoadStage> stages = List.of();
    if (entries.containsKey("stages")) {
      stages = new StageReader(reader, settling).stages(entries.get("stages"));
    } else {
      reader.missing(root.span(), "the plan", "stages");
    }
    Limits limits = limits(entries.get("limits"));
    DataNode seed = entries.get("seed");
    Optional<Integer> number =
        seed == null ? Optional.of(1) : reader.wholeNumber(seed, "seed", 0, Integer.MAX_VALUE);
    DataNode loops = entries.get("eventLoops");
    int eventLoops =
        loops == null
            ? LoadRunnerOptions.DEFAULT.eventLoops()
            : reader.wholeNumber(loops, "eventLoops", 1, 64).orElse(1);
    DataNode named = entries.get("name");
    String name = named == null ? "load" : reader.text(named, "name").orElse("load");
    List<Condition> failIf = conditions(entries.get("failIf"));
    if (targets.isEmpty() || stages.isEmpty() || number.isEmpty() || reader.hasErrors()) {
      return Optional.empty();
    }
    return Optional.of(
        new LoadSpec(
            name,
            targets,
            stages,
            limits,
            number.get(),
            new LoadRunnerOptions(eventLoops, LoadRunnerOptions.DEFAULT.transport()),
            failIf));
  }

  private Optional<RequestMix> mix(
      DataNode root, Map<String, DataNode> entries, RequestReader requests) {
    List<Map.Entry<String, String>> headers = requests.headers(entries.get("headers"));
    List<RequestReader.Weighted> all = new ArrayList<>();
    DataNode catalog = entries.get("catalog");
    DataNode own = entries.get("requests");
    if (catalog != null) {
      all.addAll(requests.ofCatalog(catalog, headers));
    }
    if (own != null) {
      all.addAll(requests.requests(own, headers));
    }
    if (all.isEmpty()) {
      if (!reader.hasErrors()) {
        reader.missing(root.span(), "the plan", "requests' or 'catalog");
      }
      return Optional.empty();
    }
    List<dev.fanout.load.Parameters> parameters = requests.parameters(entries.get("parameters"));
    Optional<RequestMix> mix = requests.mix(root, all, entries.get("mix"), entries.get("zipf"));
    DataNode ids = entries.get("ids");
    return mix.flatMap(
        read ->
            reader.checked(
                root,
                () -> {
                  RequestMix with = read.withParameters(parameters);
                  List<Integer> range = ids == null ? List.of(1, 1_000) : range(ids);
                  return range.size() == 2 ? with.withIds(range.get(0), range.get(1)) : with;
                }));
  }

  private List<Integer> range(DataNode node) {
    List<Integer> bounds = new ArrayList<>();
    for (DataNode bound : reader.list(node, "ids").orElse(List.of())) {
      reader.wholeNumber(bound, "ids", 0, Integer.MAX_VALUE - 1).ifPresent(bounds::add);
    }
    if (bounds.size() != 2 && !reader.hasErrors()) {
      reader.checked(
          node,
          () -> {
            throw new IllegalArgumentException("ids takes two numbers, [least, most]");
          });
    }
    return bounds;
  }

  private List<LoadTarget> targets(
      DataNode root, Map<String, DataNode> entries, RequestMix mix, TlsOptions tls) {
    DataNode url = entries.get("url");
    DataNode list = entries.get("targets");
    List<LoadTarget> targets = new ArrayList<>();
    if (url != null && list == null) {
      target(url, "target", mix, tls).ifPresent(targets::add);
    } else if (list != null && url == null) {
      for (DataNode item : reader.list(list, "targets").orElse(List.of())) {
        Map<String, DataNode> of = reader.mapping(item, "a target", TARGET_KEYS).orElse(Map.of());
        DataNode name = of.get("name");
        DataNode where = of.get("url");
        if (name == null || where == null) {
          reader.missing(item.span(), "a target", name == null ? "name" : "url");
          continue;
        }
        reader
            .text(name, "name")
            .flatMap(text -> target(where, text, mix, tls))
            .ifPresent(targets::add);
      }
    } else if (url == null) {
      reader.missing(root.span(), "the plan", "url' or 'targets");
    } else {
      reader.checked(
          url,
          () -> {
            throw new IllegalArgumentException("a plan has either url or targets");
          });
    }
    return targets;
  }

  private Optional<LoadTarget> target(DataNode node, String name, RequestMix mix, TlsOptions tls) {
    return reader
        .text(node, "url")
        .flatMap(
            text ->
                reader.checked(
                    node,
                    () -> {
                      TargetUrl url = TargetUrl.parse(text);
                      return new LoadTarget(
                          name, url.base(), prefixed(mix, url.prefix()), tls, Map.of());
                    }));
  }

  /** The same mix with a path in front of every target. */
  public static RequestMix prefixed(RequestMix mix, String prefix) {
    if (prefix.isEmpty()) {
      return mix;
    }
    List<RequestTemplate> templates =
        mix.templates().stream()
            .map(
                t ->
                    new RequestTemplate(
                        t.apiId(),
                        t.operationId(),
                        t.method(),
                        prefix + t.target(),
                        t.headers(),
                        t.body(),
                        t.statuses(),
                        t.check()))
            .toList();
    return new RequestMix(
        templates, mix.selection(), mix.idMin(), mix.idMax(), mix.weights(), mix.parameters());
  }

  private TlsOptions tls(@Nullable DataNode trust) {
    return trust == null
        ? TlsOptions.DEFAULT
        : reader
            .text(trust, "trust")
            .map(file -> TlsOptions.trusting(folder.resolve(file)))
            .orElse(TlsOptions.DEFAULT);
  }

  private Limits limits(@Nullable DataNode node) {
    Limits usual = Limits.DEFAULT;
    if (node == null) {
      return usual;
    }
    Map<String, DataNode> entries = reader.mapping(node, "limits", LIMIT_KEYS).orElse(Map.of());
    DataNode failures = entries.get("failuresInARow");
    DataNode errors = entries.get("errors");
    return reader
        .checked(
            node,
            () ->
                new Limits(
                    or(entries.get("connect"), usual.connectTimeout()),
                    or(entries.get("request"), usual.requestTimeout()),
                    or(entries.get("drain"), usual.drain()),
                    failures == null
                        ? usual.consecutiveFailures()
                        : reader
                            .wholeNumber(failures, "failuresInARow", 1, Integer.MAX_VALUE)
                            .orElse(1),
                    errors == null
                        ? usual.stopErrorShare()
                        : reader
                            .text(errors, "errors")
                            .flatMap(t -> reader.checked(errors, () -> Quantities.share(t)))
                            .orElse(1.0)))
        .orElse(usual);
  }

  private Duration or(@Nullable DataNode node, Duration usual) {
    return node == null ? usual : duration(node).orElse(usual);
  }

  private List<Condition> conditions(@Nullable DataNode node) {
    List<Condition> conditions = new ArrayList<>();
    if (node == null) {
      return conditions;
    }
    for (DataNode item : reader.list(node, "failIf").orElse(List.of())) {
      reader
          .text(item, "a condition")
          .ifPresent(
              text -> {
                try {
                  conditions.add(Condition.parse(text));
                } catch (IssueException e) {
                  for (Issue issue : e.issues()) {
                    Issue here = Issue.error(issue.code(), item.span(), issue.message());
                    reader.add(issue.hint().map(here::withHint).orElse(here));
                  }
                }
              });
    }
    return conditions;
  }

  private Optional<Duration> duration(@Nullable DataNode node) {
    return node == null
        ? Optional.empty()
        : reader
            .text(node, "a time")
            .flatMap(text -> reader.checked(node, () -> Quantities.duration(text)));
  }
}
