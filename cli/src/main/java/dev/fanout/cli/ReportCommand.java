package dev.fanout.cli;

import dev.fanout.experiment.MarginSpec;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.measurements.run.Variant;
import dev.fanout.report.EvidenceReader;
import dev.fanout.report.Reported;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout report}: judges a run again, from its folder alone. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    header = "Judges a run folder again and writes its report.",
    description = {
      "",
      "Works on runs that were interrupted or killed, too. With other margins than the run's own"
          + " the verdict is exploratory, and the exit code is never 0.",
      "",
    })
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder of a run, or its run.json.")
  private Path folder;

  @Option(
      names = {"--margin", "--margins"},
      paramLabel = "ROW=SIZE",
      split = ",",
      description = "Another margin: p50=25us, p95=0.5ms, cpu=10%%, throughput=2%%, errors=0.1%%.")
  private List<String> margins = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes (default: the run's folder).")
  private @Nullable Path out;

  @Option(
      names = "--other-pool",
      paramLabel = "DIR",
      description =
          "A run of the same comparison with the other --pool: decision.md then says whether the"
              + " verdict depends on pooling.")
  private @Nullable Path otherPool;

  ReportCommand() {}

  @Override
  public Integer call() {
    Run run = RunReader.read(folder);
    Verdict verdict = margins.isEmpty() ? Judge.judge(run) : exploratory(run);
    Path source = Files.isDirectory(folder) ? folder : parent(folder);
    Reported reported =
        new Reported(verdict, EvidenceReader.read(source, verdict), ofOtherPool(run));
    return new RunReports(spec.commandLine().getOut(), spec.commandLine().getErr())
        .write(reported, out != null ? out : source);
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of(".") : parent;
  }

  private Optional<Verdict> ofOtherPool(Run run) {
    if (otherPool == null) {
      return Optional.empty();
    }
    Run other = RunReader.read(otherPool);
    if (!other.variants().stream()
        .map(Variant::topology)
        .toList()
        .equals(run.variants().stream().map(Variant::topology).toList())) {
      throw new ParameterException(
          spec.commandLine(), "--other-pool: that run compares other topologies");
    }
    String model = other.manifest().gateway().poolModel();
    if (model.equals(run.manifest().gateway().poolModel())) {
      throw new ParameterException(
          spec.commandLine(), "--other-pool: both runs have pools " + model);
    }
    return Optional.of(Judge.judge(other));
  }

  private Verdict exploratory(Run run) {
    List<dev.fanout.measurements.run.Row> rows = run.plan().rows();
    for (String text : margins) {
      try {
        rows = MarginSpec.parse(text).in(rows);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
      }
    }
    return Judge.judge(run, rows);
  }
}
