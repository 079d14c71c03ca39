package dev.fanout.cli;

import dev.fanout.experiment.Bench;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunEnd;
import dev.fanout.report.Report;
import dev.fanout.report.Reported;
import dev.fanout.report.TerminalReport;
import dev.fanout.report.TerminalStyle;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
    Run run = result.run();
    int exitCode = write(Judge.judge(run), result.folder());
    if (run.replicates().isEmpty()) {
      run.end()
          .filter(end -> end.reason() == RunEnd.Reason.FINISHED)
          .ifPresent(end -> out.println("  " + end.detail()));
      out.flush();
    }
    if (result.failure().isPresent()) {
      err.println("fanout: " + result.failure().get());
      err.flush();
      return ExitCode.ENVIRONMENT;
    }
    return exitCode;
  }

  /** Shows a verdict and writes its files; returns its exit code. */
  int write(Verdict verdict, Path folder) {
    return write(Reported.read(folder, verdict), folder);
  }

  /** As the other, with all that the report is made of. */
  int write(Reported reported, Path folder) {
    Verdict verdict = reported.verdict();
    TerminalStyle style =
        TerminalStyle.of(System.getenv(), Terminals.isTerminal(), StandardCharsets.UTF_8);
    out.print(new TerminalReport(style).render(verdict));
    out.flush();
    var unused = Report.write(reported, folder);
    out.println("  files:  " + folder.resolve(Report.Form.HTML.fileName()) + " and others there");
    out.flush();
    return verdict.exitCode();
  }
}
