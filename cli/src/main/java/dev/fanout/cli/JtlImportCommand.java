package dev.fanout.cli;

import dev.fanout.load.imports.JtlReader;
import dev.fanout.load.summary.Condition;
import dev.fanout.load.summary.LoadSummary;
import dev.fanout.load.summary.SummaryFiles;
import dev.fanout.load.summary.SummaryText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout import jtl}: results of JMeter in the form of {@code fanout load}. */
@Command(
    name = "jtl",
    mixinStandardHelpOptions = true,
    header = "Reads results of JMeter or Azure Load Testing (CSV), as fanout load shows its own.",
    description = "")
public final class JtlImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A JTL in CSV.")
  private Path file = Path.of("");

  @Option(
      names = "--settling",
      paramLabel = "TIME",
      converter = Durations.class,
      description =
          "Leave out so much of each thread group's beginning (default: what a plan of fanout export"
              + " jmx says, else nothing).")
  private @Nullable Duration settling;

  @Option(names = "--fail-if", paramLabel = "CONDITION", description = "As of fanout load.")
  private List<String> failIf = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes summary.json, summary.csv, trials.hlog and k6-TARGET.json.")
  private @Nullable Path out;

  JtlImportCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Condition> conditions = failIf.stream().map(Condition::parse).toList();
    LoadSummary summary = JtlReader.read(file, Optional.ofNullable(settling));
    List<Condition.Outcome> outcomes = Condition.check(conditions, summary);
    PrintWriter print = spec.commandLine().getOut();
    print.print(SummaryText.render(summary, outcomes));
    if (out != null) {
      SummaryFiles.write(out, summary, outcomes);
      print.println("  files:  " + out.resolve("summary.json") + " and others there");
    }
    print.flush();
    return LoadExit.code(summary, outcomes, conditions, spec.commandLine().getErr());
  }
}
