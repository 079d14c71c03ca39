package dev.fanout.cli;

import dev.fanout.catalog.Catalog;
import dev.fanout.catalog.Topology;
import dev.fanout.experiment.Bench;
import dev.fanout.experiment.BenchOptions;
import dev.fanout.experiment.CustomPlan;
import dev.fanout.experiment.PlanChoice;
import dev.fanout.experiment.PowerCheck;
import dev.fanout.experiment.Subject;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.experiment.process.JavaCommand;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.report.ArchiveReport;
import dev.fanout.verdict.Archive;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.PlanLength;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fanout calibrate}: what can this machine resolve? */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    header = "Measures a topology against itself, and says what this machine can resolve.",
    description = {
      "",
      "Runs replicates of per-api against per-api with the default plan's rows, all of them, and"
          + " keeps them as an archive: runs/archive-<time>. 'fanout bench' in the same place checks"
          + " its plan against the latest one before it starts. 16 replicates take six minutes.",
      "",
    })
public final class CalibrateCommand implements Callable<Integer> {
  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);
  private static final String TOPOLOGY = "per-api";

  /** As many as the first look of every plan. */
  private static final int FEWEST = 6;

  @Spec private CommandSpec spec;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      defaultValue = "16",
      description = "Even, 6 to 200 (default: ${DEFAULT-VALUE}).")
  private int replicates;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      arity = "1..*",
      description =
          "Measure nothing: take the replicates of these runs of a topology against itself.")
  private List<Path> from = new ArrayList<>();

  @Option(
      names = "--apis",
      paramLabel = "N",
      defaultValue = "100",
      description = "APIs of the estate (default: ${DEFAULT-VALUE}).")
  private int apis;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Everything random is drawn from it (default: a new one each time).")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the archive (default: runs/archive-<time>).")
  private @Nullable Path out;

  CalibrateCommand() {}

  @Override
  public Integer call() {
    return from.isEmpty() ? measure() : show(from.stream().map(RunReader::read).toList());
  }

  private int measure() {
    PrintWriter err = spec.commandLine().getErr();
    BenchView view = BenchView.open(spec.commandLine().getOut(), "fanout calibrate", List.of());
    Bench bench = new Bench(options(), view);
    Interruption interruption = Interruption.install(bench::stop);
    int exitCode = ExitCode.BUG;
    try {
      Bench.Result result = bench.run();
      view.end();
      exitCode = show(List.of(result.run()));
      if (result.failure().isPresent()) {
        err.println("fanout: " + result.failure().get());
        exitCode = ExitCode.ENVIRONMENT;
      }
    } catch (EnvironmentFailure e) {
      view.end();
      err.println("fanout: " + e.getMessage());
      exitCode = ExitCode.ENVIRONMENT;
    } finally {
      view.end();
      err.flush();
      interruption.finished(exitCode);
    }
    return exitCode;
  }

  private int show(List<Run> runs) {
    Archive archive;
    try {
      archive = Archive.of(runs);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
    if (archive.replicates() < FEWEST) {
      spec.commandLine()
          .getOut()
          .println(
              "  not enough data: "
                  + archive.replicates()
                  + " replicates; a spread takes at least 6");
      spec.commandLine().getOut().flush();
      return ExitCode.INCONCLUSIVE;
    }
    spec.commandLine().getOut().print(ArchiveReport.render(archive, runs.get(0)));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private BenchOptions options() {
    Catalog catalog = CatalogChoice.read(spec, null, apis);
    Topology topology = CatalogChoice.topology(spec, TOPOLOGY);
    List<String> words = new ArrayList<>(List.of("fanout"));
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return new BenchOptions(
        new Subject.OfCatalog(catalog.withTopologies(topology, topology)),
        plan(),
        out == null
            ? Path.of("runs", PowerCheck.ARCHIVE + LocalDateTime.now().format(FOLDER_NAME))
            : out,
        JavaCommand.ofThisJvm(Fanout.class.getName()),
        words,
        BenchCommand.version(),
        SourceCommit.here(),
        List.of(),
        BenchOptions.Pool.STANDARD,
        Optional.empty(),
        false,
        Map.of(),
        false,
        false,
        false,
        Duration.ZERO);
  }

  private PlanChoice plan() {
    if (replicates < FEWEST || replicates > CustomPlan.MOST || replicates % 2 != 0) {
      throw new ParameterException(
          spec.commandLine(), "--replicates " + replicates + " is not even and in 6..200");
    }
    CustomPlan looks = CustomPlan.of(List.of(replicates));
    return new PlanChoice(
            PlanLength.DEFAULT,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Margins.LOCAL,
            seed == null ? new SecureRandom().nextInt(1_000_000_000) : seed)
        .with(new CustomPlan("archive", looks.looks(), looks.rows()));
  }
}
