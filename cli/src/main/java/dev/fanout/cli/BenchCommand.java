package dev.fanout.cli;

import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.LoadPlan;
import dev.fanout.catalog.Topology;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.experiment.Bench;
import dev.fanout.experiment.BenchOptions;
import dev.fanout.experiment.CustomPlan;
import dev.fanout.experiment.InjectionSpec;
import dev.fanout.experiment.MarginSpec;
import dev.fanout.experiment.PlanChoice;
import dev.fanout.experiment.PowerCheck;
import dev.fanout.experiment.Subject;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.experiment.process.JavaCommand;
import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.live.LiveEvents;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.PlanLength;
import dev.fanout.verdict.PoolVerdicts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fanout bench}: from the catalog to the verdict. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    header = "Measures two topologies against each other and gives a verdict with intervals.",
    description = {
      "",
      "Without options: the catalog fanout.yaml if there is one, else 100 APIs like those of the"
          + " published benchmark; shared-backend against per-api; the local gateway and the mock"
          + " backend; 6 to 16 replicates, as many as the verdict needs.",
      "",
    })
public final class BenchCommand implements Callable<Integer> {
  private static final Path RUNS = Path.of("runs");
  private static final String BOTH = "both";
  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);

  @Spec private CommandSpec spec;

  @ArgGroup(validate = false, heading = "%nWhat is compared:%n")
  private final Compared compared = new Compared();

  @ArgGroup(validate = false, heading = "%nHow it is measured:%n")
  private final Measured measured = new Measured();

  @ArgGroup(validate = false, heading = "%nThe gateway:%n")
  private final Gateway gateway = new Gateway();

  @Mixin private NamedValueOption namedValues = new NamedValueOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the run (default: runs/<time>).")
  private @Nullable Path out;

  /** Which APIs, and which two ways to model them. */
  static final class Compared {
    @Option(
        names = "--catalog",
        paramLabel = "FILE",
        description = "The catalog (default: fanout.yaml if it is there).")
    private @Nullable Path catalog;

    @Option(
        names = "--apis",
        paramLabel = "N",
        description = "So many APIs like those of the published benchmark, without a catalog.")
    private @Nullable Integer apis;

    @Option(
        names = "--topologies",
        paramLabel = "A,B",
        split = ",",
        arity = "1",
        description = "Two of: ${COMPLETION-CANDIDATES}.",
        completionCandidates = TopologyIds.class)
    private @Nullable List<String> topologies;

    @Option(
        names = "--artifacts-a",
        paramLabel = "DIR",
        description = "Variant A is this folder in the APIOps layout.")
    private @Nullable Path artifactsA;

    @Option(
        names = "--artifacts-b",
        paramLabel = "DIR",
        description = "Variant B is this folder in the APIOps layout.")
    private @Nullable Path artifactsB;

    @Option(
        names = "--only",
        paramLabel = "A|B",
        description = "Measure one variant, once, and compare nothing.")
    private @Nullable VariantLabel only;

    @Option(
        names = "--measure-anyway",
        description = "Measure even if the variants send different upstream requests.")
    private boolean measureAnyway;
  }

  /** Plan, load and margins. */
  static final class Measured {
    @Option(
        names = "--plan",
        paramLabel = "quick|default|full",
        description = "At most 6, 16 or 24 replicates (default: the catalog's, else default).")
    private @Nullable PlanLength plan;

    @Option(
        names = "--quick",
        description = "The same as --plan quick: 6 replicates at one load level.")
    private boolean quick;

    @Option(
        names = "--protocol",
        paramLabel = "standard|published",
        defaultValue = "standard",
        description =
            "published: what the published benchmark did, 50, 100 and 200 virtual users, A then B,"
                + " once; with --plan as so many replicates.")
    private Protocol protocol = Protocol.STANDARD;

    @Option(
        names = "--stage-length",
        paramLabel = "TIME",
        converter = Durations.class,
        description =
            "Judged part of a trial, such as 2s (default: 1.2s quick, 1.6s, 10s published; the"
                + " published benchmark took 5m).")
    private @Nullable Duration stageLength;

    @Option(
        names = "--cool-down",
        paramLabel = "TIME",
        converter = Durations.class,
        defaultValue = "10s",
        description = "Between A and B of the published protocol (default: ${DEFAULT-VALUE}).")
    private Duration coolDown = Duration.ofSeconds(10);

    @Option(
        names = "--margin",
        paramLabel = "ROW=SIZE",
        description =
            "A difference that does not matter: p50=25us, p95=0.5ms, cpu=10%%, throughput=2%%,"
                + " errors=0.1%%. Part of the plan.")
    private List<String> margins = new ArrayList<>();

    @Option(
        names = "--seed",
        paramLabel = "NUMBER",
        description = "Everything random is drawn from it (default: a new one each time).")
    private @Nullable Long seed;

    @Option(
        names = "--inject",
        paramLabel = "FAULT",
        description =
            "A difference on purpose, to see that it is found: B:+1ms, B:cpu+25%%. The judge does"
                + " not know of it.")
    private List<String> injections = new ArrayList<>();

    @Option(
        names = "--keep-going",
        description = "Go on when operations fail the smoke test, or a plan is too weak.")
    private boolean keepGoing;
  }

  /** How the gateway runs. */
  static final class Gateway {
    @Option(
        names = "--pool",
        paramLabel = "per-authority|per-entity|both",
        defaultValue = "per-authority",
        description =
            "Which upstream requests share connections (default: ${DEFAULT-VALUE}); both: one run"
                + " after the other, and whether they agree.")
    private String pool = BenchOptions.Pool.STANDARD.model();

    @Option(
        names = "--separate-processes",
        description = "A gateway process for each variant, instead of one for both.")
    private boolean separateProcesses;

    @Option(
        names = "--allow-unsupported",
        description = "Pass over policies that the gateway does not support (partial estate).")
    private boolean allowUnsupported;
  }

  /** Whose stages and order. */
  enum Protocol {
    STANDARD,
    PUBLISHED
  }

  BenchCommand() {}

  @Override
  public Integer call() {
    BenchOptions options = options();
    if (!gateway.pool.equals(BOTH)) {
      return run(options);
    }
    int first = run(options.withPool(pool("per-authority"), options.folder()));
    if (first == ExitCode.ENVIRONMENT) {
      return first;
    }
    int second =
        run(
            options.withPool(
                pool("per-entity"), options.folder().resolve(PoolVerdicts.SECOND_RUN)));
    if (second == ExitCode.ENVIRONMENT) {
      return second;
    }
    PoolVerdicts both = PoolVerdicts.in(options.folder()).orElseThrow();
    spec.commandLine().getOut().println("\n  " + both.sentence());
    spec.commandLine().getOut().flush();
    return both.exitCode();
  }

  private static BenchOptions.Pool pool(String model) {
    return new BenchOptions.Pool(model, BenchOptions.Pool.STANDARD.limit());
  }

  private int run(BenchOptions options) {
    BenchView view =
        BenchView.open(spec.commandLine().getOut(), "fanout bench", rows(options.subject()));
    Bench bench = new Bench(options, view);
    Interruption interruption = Interruption.install(bench::stop);
    int exitCode = ExitCode.BUG;
    try {
      exitCode = run(bench, view);
      return exitCode;
    } finally {
      view.end();
      interruption.finished(exitCode);
    }
  }

  private int run(Bench bench, BenchView view) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Bench.Result result = bench.run();
      view.end();
      return new RunReports(spec.commandLine().getOut(), err).write(result);
    } catch (EnvironmentFailure e) {
      view.end();
      err.println("fanout: " + e.getMessage());
      err.flush();
      return ExitCode.ENVIRONMENT;
    }
  }

  private static List<LiveEvents.Row> rows(Subject subject) {
    if (subject instanceof Subject.OfFolders folders) {
      return List.of(
          new LiveEvents.Row("A", folders.artifactsA().toString()),
          new LiveEvents.Row("B", folders.artifactsB().toString()));
    }
    List<Topology> topologies = ((Subject.OfCatalog) subject).catalog().topologies();
    return List.of(
        new LiveEvents.Row("A", topologies.get(0).id()),
        new LiveEvents.Row("B", topologies.get(1).id()));
  }

  private BenchOptions options() {
    Subject subject = subject();
    PlanChoice plan = plan(subject);
    checkPower(plan);
    return new BenchOptions(
        subject,
        plan,
        out == null ? RUNS.resolve(LocalDateTime.now().format(FOLDER_NAME)) : out,
        JavaCommand.ofThisJvm(Fanout.class.getName()),
        words(),
        version(),
        SourceCommit.here(),
        each(measured.injections, InjectionSpec::parse),
        pool(gateway.pool),
        Optional.ofNullable(compared.only),
        gateway.allowUnsupported,
        namedValues.values(),
        compared.measureAnyway,
        measured.keepGoing,
        gateway.separateProcesses,
        measured.coolDown);
  }

  private Subject subject() {
    if (compared.artifactsA != null || compared.artifactsB != null) {
      if (compared.artifactsA == null || compared.artifactsB == null) {
        throw usage("--artifacts-a and --artifacts-b come together");
      }
      if (compared.catalog != null || compared.apis != null || compared.topologies != null) {
        throw usage("artifact folders take no --catalog, --apis or --topologies");
      }
      return new Subject.OfFolders(compared.artifactsA, compared.artifactsB);
    }
    Catalog catalog = CatalogChoice.read(spec, compared.catalog, compared.apis);
    if (compared.topologies == null) {
      return new Subject.OfCatalog(catalog);
    }
    if (compared.topologies.size() != 2) {
      throw usage("--topologies takes two, separated by a comma");
    }
    return new Subject.OfCatalog(
        catalog.withTopologies(
            CatalogChoice.topology(spec, compared.topologies.get(0)),
            CatalogChoice.topology(spec, compared.topologies.get(1))));
  }

  private PlanChoice plan(Subject subject) {
    boolean published = measured.protocol == Protocol.PUBLISHED;
    if (measured.quick && measured.plan != null && measured.plan != PlanLength.QUICK) {
      throw usage("--quick and --plan " + measured.plan.label() + " contradict each other");
    }
    Optional<Catalog> catalog =
        subject instanceof Subject.OfCatalog of ? Optional.of(of.catalog()) : Optional.empty();
    Optional<PlanLength> asked =
        measured.quick ? Optional.of(PlanLength.QUICK) : Optional.ofNullable(measured.plan);
    PlanLength length =
        asked.orElseGet(() -> catalog.map(c -> length(c.load().plan())).orElse(PlanLength.DEFAULT));
    PlanChoice choice =
        new PlanChoice(
            length,
            published,
            published && asked.isEmpty(),
            catalog.flatMap(c -> c.load().profile()),
            Optional.ofNullable(measured.stageLength)
                .or(() -> catalog.flatMap(c -> c.load().window())),
            catalog.flatMap(c -> c.load().settling()),
            margins(published, length, catalog),
            measured.seed == null ? new SecureRandom().nextInt(1_000_000_000) : measured.seed);
    List<Integer> looks = catalog.map(c -> c.load().looks()).orElse(List.of());
    boolean own = !looks.isEmpty() && asked.isEmpty() && !published;
    return own ? choice.with(CustomPlan.of(looks)) : choice;
  }

  /** A plan is held against the latest archive; a custom one that is too weak does not start. */
  private void checkPower(PlanChoice plan) {
    if (plan.published()) {
      return;
    }
    RunPlan drawn = plan.draw(Design.ONE_PROCESS);
    Optional<PowerCheck> check =
        PowerCheck.latestArchive(RUNS).flatMap(archive -> PowerCheck.of(drawn, archive));
    if (check.isEmpty()) {
      return;
    }
    String sentence = check.get().sentence(drawn.looks());
    if (plan.custom().isPresent() && !check.get().enough() && !measured.keepGoing) {
      throw new IssueException(
          List.of(
              Issue.error("PLAN_TOO_WEAK", "the plan of this catalog cannot answer: " + sentence)
                  .withHint("more replicates in load.looks, wider margins, or --keep-going")));
    }
    spec.commandLine().getOut().println("  power: " + sentence);
    spec.commandLine().getOut().flush();
  }

  private Margins margins(boolean published, PlanLength length, Optional<Catalog> catalog) {
    Margins margins =
        published
            ? Margins.PUBLISHED
            : length == PlanLength.QUICK ? Margins.LOCAL_QUICK : Margins.LOCAL;
    if (catalog.isPresent()) {
      margins = MarginSpec.over(margins, catalog.get().margins());
    }
    for (MarginSpec margin : each(measured.margins, MarginSpec::parse)) {
      margins = margin.in(margins);
    }
    return margins;
  }

  private static PlanLength length(LoadPlan plan) {
    return switch (plan) {
      case QUICK -> PlanLength.QUICK;
      case DEFAULT -> PlanLength.DEFAULT;
      case FULL -> PlanLength.FULL;
    };
  }

  private <T> List<T> each(List<String> texts, Function<String, T> parse) {
    List<T> parsed = new ArrayList<>();
    for (String text : texts) {
      try {
        parsed.add(parse.apply(text));
      } catch (IllegalArgumentException e) {
        throw usage(String.valueOf(e.getMessage()));
      }
    }
    return parsed;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("fanout"));
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return NamedValueOption.hidden(words);
  }

  static String version() {
    String version = Fanout.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The names of the topologies, for help and completion. */
  static final class TopologyIds implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Topology.ids().iterator();
    }
  }
}
