package dev.fanout.cli;

import dev.fanout.artifacts.ApiArtifact;
import dev.fanout.artifacts.Estate;
import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.OperationArtifact;
import dev.fanout.catalog.CatalogReader;
import dev.fanout.experiment.RequestWriter;
import dev.fanout.load.BodyCheck;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.TlsOptions;
import dev.fanout.load.plan.CatalogRequests;
import dev.fanout.load.plan.HeaderValues;
import dev.fanout.load.plan.LoadPlanReader;
import dev.fanout.load.plan.LoadSpec;
import dev.fanout.load.plan.TargetUrl;
import dev.fanout.load.plan.UrlPlan;
import dev.fanout.load.run.LoadStage;
import dev.fanout.load.run.LoadTarget;
import dev.fanout.load.run.Safety;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which requests are sent where, for the commands that send some. A mixin. */
final class RequestOptions {
  private static final Set<String> SENDABLE =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "With a base URL: one request for each operation of this catalog.")
  private @Nullable Path catalog;

  @Option(
      names = "--artifacts",
      paramLabel = "DIR",
      description = "With a base URL: one request for each operation of this APIOps folder.")
  private @Nullable Path artifacts;

  @Option(
      names = "--subscription-key",
      paramLabel = "KEY",
      description = "With --artifacts: sent to the APIs that want one; $${NAME} is a variable.")
  private String subscriptionKey = "";

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "Of a single URL (default: GET).")
  private @Nullable String method;

  @Option(
      names = "--header",
      paramLabel = "NAME:VALUE",
      description = "May be repeated; $${NAME} in the value is a variable of the environment.")
  private List<String> headers = new ArrayList<>();

  @Option(names = "--body", paramLabel = "TEXT", description = "Of a single URL.")
  private @Nullable String body;

  @Option(
      names = "--status",
      paramLabel = "CODES",
      split = ",",
      description = "Which status codes are right.")
  private List<Integer> statuses = new ArrayList<>();

  @Option(
      names = "--trust",
      paramLabel = "PEM",
      description = "Trust these certificates instead of Java's.")
  private @Nullable Path trust;

  @Option(names = "--insecure", description = "Trust any certificate; on this machine only.")
  private boolean insecure;

  @Option(
      names = "--allow-remote",
      description =
          "Targets may be on other machines. Needs --max-rate, and the load stops at 1 %% errors.")
  private boolean allowRemote;

  @Option(
      names = "--max-rate",
      paramLabel = "N",
      description = "At most so many requests a second, whatever the plan says.")
  private @Nullable Double maxRate;

  RequestOptions() {}

  /** Whether the argument is a URL and no file. */
  static boolean isUrl(String source) {
    return source.contains("://");
  }

  Safety safety() {
    try {
      if (allowRemote) {
        if (maxRate == null) {
          throw usage("--allow-remote needs --max-rate N: a load on other machines has a limit");
        }
        return Safety.remote(maxRate);
      }
      return maxRate == null
          ? Safety.LOOPBACK_ONLY
          : new Safety(false, OptionalDouble.of(maxRate), OptionalDouble.empty());
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The load of a URL or a file.
   *
   * @param usual status codes that are right when no option says which
   */
  LoadSpec read(String source, List<LoadStage> stages, Set<Integer> usual) {
    return read(source, stages, usual, name -> Optional.ofNullable(System.getenv(name)));
  }

  LoadSpec read(
      String source,
      List<LoadStage> stages,
      Set<Integer> usual,
      Function<String, Optional<String>> environment) {
    if (!isUrl(source)) {
      return ofFile(Path.of(source), environment);
    }
    try {
      TargetUrl url = TargetUrl.parse(source);
      return UrlPlan.of(url, requests(url, usual, environment), tls(), stages, 1);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private LoadSpec ofFile(Path file, Function<String, Optional<String>> environment) {
    if (!Files.isRegularFile(file)) {
      throw usage("'" + file + "' is neither a URL (http://…) nor a file");
    }
    if (catalog != null
        || artifacts != null
        || method != null
        || body != null
        || !headers.isEmpty()
        || !statuses.isEmpty()
        || trust != null) {
      throw usage("what is sent stands in the plan; options for it go with a URL");
    }
    LoadSpec read = LoadPlanReader.read(file, environment);
    return insecure ? withTls(read, TlsOptions.INSECURE) : read;
  }

  private static LoadSpec withTls(LoadSpec read, TlsOptions tls) {
    List<LoadTarget> targets =
        read.targets().stream()
            .map(t -> new LoadTarget(t.name(), t.base(), t.mix(), tls, t.processes()))
            .toList();
    return new LoadSpec(
        read.name(),
        targets,
        read.stages(),
        read.limits(),
        read.randomSeed(),
        read.options(),
        read.failIf());
  }

  private TlsOptions tls() {
    if (insecure && trust != null) {
      throw usage("--insecure and --trust contradict each other");
    }
    return insecure
        ? TlsOptions.INSECURE
        : trust == null ? TlsOptions.DEFAULT : TlsOptions.trusting(trust);
  }

  private List<RequestTemplate> requests(
      TargetUrl url, Set<Integer> usual, Function<String, Optional<String>> environment) {
    List<Map.Entry<String, String>> all = headers(environment);
    Set<Integer> right = statuses.isEmpty() ? usual : new TreeSet<>(statuses);
    if (catalog == null && artifacts == null) {
      return List.of(
          UrlPlan.request(
              url, method == null ? "GET" : method, all, body == null ? "" : body, right));
    }
    if (catalog != null && artifacts != null) {
      throw usage("--catalog and --artifacts contradict each other");
    }
    if (method != null || body != null) {
      throw usage("--method and --body go with a single URL");
    }
    List<RequestTemplate> requests =
        catalog != null
            ? CatalogRequests.of(CatalogReader.read(catalog).orThrow(), url.prefix(), all)
            : ofArtifacts(artifacts, url.prefix(), all, environment);
    return requests.stream().map(request -> withStatuses(request, right)).toList();
  }

  private static RequestTemplate withStatuses(RequestTemplate request, Set<Integer> statuses) {
    return new RequestTemplate(
        request.apiId(),
        request.operationId(),
        request.method(),
        request.target(),
        request.headers(),
        request.body(),
        statuses,
        request.check());
  }

  private List<RequestTemplate> ofArtifacts(
      @Nullable Path folder,
      String prefix,
      List<Map.Entry<String, String>> common,
      Function<String, Optional<String>> environment) {
    Estate estate = EstateReader.read(java.util.Objects.requireNonNull(folder)).orThrow();
    String key = HeaderValues.resolve(subscriptionKey, environment);
    List<RequestTemplate> requests = new ArrayList<>();
    for (ApiArtifact api : estate.apis()) {
      for (OperationArtifact operation : api.operations()) {
        if (api.current() && SENDABLE.contains(operation.method())) {
          List<Map.Entry<String, String>> all = new ArrayList<>(common);
          all.addAll(RequestWriter.headers(api));
          if (api.subscriptionRequired() && !key.isEmpty()) {
            all.add(Map.entry(api.keyNames().header(), key));
          }
          requests.add(
              new RequestTemplate(
                  api.id(),
                  operation.id(),
                  operation.method(),
                  prefix + RequestWriter.target(api, operation),
                  all,
                  "",
                  Set.of(200),
                  new BodyCheck.Anything()));
        }
      }
    }
    if (requests.isEmpty()) {
      throw usage("'" + folder + "' has no operation that can be called");
    }
    return requests;
  }

  private List<Map.Entry<String, String>> headers(Function<String, Optional<String>> environment) {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw usage("--header takes NAME:VALUE");
      }
      all.add(
          Map.entry(
              header.substring(0, colon).strip(),
              HeaderValues.resolve(header.substring(colon + 1).strip(), environment)));
    }
    return all;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
