package dev.fanout.cli;

import dev.fanout.experiment.Bench;
import dev.fanout.measurements.run.RunEnd;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Judges a run, shows the verdict and writes the files of the report. */
final class RunReports {
  private final PrintWriter out;
  private final PrintWriter err;

  RunReports(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** After a bench; returns the exit code. */
  int write(Bench.Result result) {
    result.failure().ifPresent(why -> err.println("fanout: " + why));
    Verdict verdict = Judge.judge(result.run());
    write(verdict, result.folder());
    boolean failed =
        result.run().end().map(RunEnd::reason).stream()
            .anyMatch(reason -> reason == RunEnd.Reason.ENVIRONMENT_FAILURE);
    return failed ? ExitCode.ENVIRONMENT : verdict.exitCode();
  }

  int write(Verdict verdict, Path folder) {
    out.println(verdict.headline());
    verdict.reasons().forEach(reason -> out.println("  " + reason));
    out.flush();
    return verdict.exitCode();
  }
}
