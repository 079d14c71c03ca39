package dev.fanout.cli;

import dev.fanout.experiment.ColdScaleDemo;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.experiment.process.JavaCommand;
import dev.fanout.report.Report;
import dev.fanout.report.Reported;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fanout demo cold-scale}: a backend that scales out while it is measured. */
@Command(
    name = "cold-scale",
    mixinStandardHelpOptions = true,
    header = "Compares two topologies over a backend that is still scaling out, in two ways.",
    description = {
      "",
      "The published design (all of A, then all of B, once) runs in both orders and takes whoever"
          + " ran first for slow; ours waits until the backend has grown and interleaves. About"
          + " three minutes. The exit code is that of our verdict.",
      "",
    })
public final class ColdScaleCommand implements Callable<Integer> {
  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);
  private static final int APIS = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the runs (default: runs/cold-scale-<time>).")
  private @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Everything random is drawn from it (default: a new one each time).")
  private @Nullable Long seed;

  @Option(names = "--sequential-only", description = "Leave our own design out: half a minute.")
  private boolean sequentialOnly;

  ColdScaleCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Path folder =
        out == null
            ? Path.of("runs", "cold-scale-" + LocalDateTime.now().format(FOLDER_NAME))
            : out;
    BenchView view =
        BenchView.open(spec.commandLine().getOut(), "fanout demo cold-scale", List.of());
    try {
      ColdScaleDemo.Result result = new ColdScaleDemo(options(folder), view).run();
      view.end();
      return show(result);
    } catch (EnvironmentFailure e) {
      view.end();
      spec.commandLine().getErr().println("fanout: " + e.getMessage());
      spec.commandLine().getErr().flush();
      return ExitCode.ENVIRONMENT;
    } finally {
      view.end();
    }
  }

  private int show(ColdScaleDemo.Result result) {
    Optional<Verdict> ours = result.ours().map(bench -> Judge.judge(bench.run()));
    result
        .ours()
        .ifPresent(
            bench -> {
              Reported reported = Reported.read(bench.folder(), ours.orElseThrow());
              var unused = Report.write(reported, bench.folder());
            });
    spec.commandLine().getOut().print(ColdScalePage.render(result, ours));
    spec.commandLine().getOut().flush();
    Optional<String> failure = result.ours().flatMap(bench -> bench.failure());
    if (failure.isPresent()) {
      spec.commandLine().getErr().println("fanout: " + failure.get());
      spec.commandLine().getErr().flush();
      return ExitCode.ENVIRONMENT;
    }
    return ours.map(Verdict::exitCode).orElse(ExitCode.OK);
  }

  private ColdScaleDemo.Options options(Path folder) {
    List<String> words = new ArrayList<>(List.of("fanout"));
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return new ColdScaleDemo.Options(
        CatalogChoice.read(spec, null, APIS),
        folder,
        JavaCommand.ofThisJvm(Fanout.class.getName()),
        words,
        BenchCommand.version(),
        SourceCommit.here(),
        seed == null ? new SecureRandom().nextInt(1_000_000_000) : seed,
        !sequentialOnly);
  }
}
