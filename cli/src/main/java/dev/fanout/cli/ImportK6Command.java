package dev.fanout.cli;

import dev.fanout.experiment.MarginSpec;
import dev.fanout.report.K6Report;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.k6.K6Judge;
import dev.fanout.verdict.k6.K6Judgement;
import dev.fanout.verdict.k6.K6SummaryReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout import k6}: judges two summaries of k6 by what they are. */
@Command(
    name = "k6",
    mixinStandardHelpOptions = true,
    header = "Judges a pair of k6 summaries again: what they show, and what they cannot.",
    description = {
      "",
      "Two summaries are one pair of runs, so the answer is always 'not enough data' (exit code"
          + " 11). What the thresholds of the published benchmark say of them, which figures repeat"
          + " each other, what is not in them and which audits cannot be done is printed.",
      "",
    })
public final class ImportK6Command implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A.json", description = "The summary of variant A.")
  private Path a;

  @Parameters(index = "1", paramLabel = "B.json", description = "The summary of variant B.")
  private Path b;

  @Option(
      names = "--margin",
      paramLabel = "ROW=SIZE",
      description = "Another threshold: p95=3ms, throughput=2%%, errors=0.1%%.")
  private List<String> margins = new ArrayList<>();

  ImportK6Command() {}

  @Override
  public Integer call() {
    Margins thresholds = Margins.PUBLISHED;
    for (String text : margins) {
      try {
        thresholds = MarginSpec.parse(text).in(thresholds);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
      }
    }
    K6Judgement judgement =
        K6Judge.judge(K6SummaryReader.read(a), K6SummaryReader.read(b), thresholds);
    spec.commandLine().getOut().print(K6Report.render(judgement));
    spec.commandLine().getOut().flush();
    return judgement.exitCode();
  }
}
