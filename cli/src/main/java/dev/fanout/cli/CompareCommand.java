package dev.fanout.cli;

import dev.fanout.measurements.run.RunReader;
import dev.fanout.report.RunComparison;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout compare}: two runs side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    header = "Shows two runs side by side, and what was not the same about them.",
    description = {
      "",
      "Judges both again. Exit code 0 when verdicts and rows agree, 10 when they do not. It tests"
          + " nothing: two runs are not replicates of one experiment.",
      "",
    })
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RUN1", description = "A run folder, or its run.json.")
  private Path first;

  @Parameters(index = "1", paramLabel = "RUN2", description = "Another one.")
  private Path second;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Writes the comparison there, too.")
  private @Nullable Path markdown;

  CompareCommand() {}

  @Override
  public Integer call() throws IOException {
    Verdict one = Judge.judge(RunReader.read(first));
    Verdict two = Judge.judge(RunReader.read(second));
    RunComparison comparison = new RunComparison(one, two);
    PrintWriter out = spec.commandLine().getOut();
    out.print(comparison.text());
    out.flush();
    if (markdown != null) {
      Files.writeString(markdown, comparison.markdown(), StandardCharsets.UTF_8);
    }
    return comparison.agree() ? ExitCode.OK : ExitCode.DIFFERENT;
  }
}
