package dev.fanout.cli;

import dev.fanout.experiment.RunEvents;
import dev.fanout.measurements.run.Replicate;
import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.Trial;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows a run while it goes on: one line that changes on a terminal, plain lines otherwise (a trial
 * is too small for a line of its own there).
 */
final class ProgressPrinter implements RunEvents {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private boolean lineIsOpen;
  private String replicate = "";

  ProgressPrinter(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void phase(String phrase) {
    show(phrase);
  }

  @Override
  public void note(String sentence) {
    line("note: " + sentence);
  }

  @Override
  public void replicateStarted(int valid, int most) {
    replicate = "replicate " + (valid + 1) + " of at most " + most;
    if (terminal) {
      show(replicate + ": fresh gateway process, smoke test, warm-up");
    }
  }

  @Override
  public void trialFinished(Stage stage, Trial trial) {
    if (terminal) {
      show(replicate + ": " + summary(stage, trial));
    }
  }

  @Override
  public void replicateFinished(Replicate finished, int valid, int most) {
    line(
        finished
                .whyVoid()
                .map(why -> "void replicate, " + why)
                .orElse("replicate " + valid + " of at most " + most)
            + trials(finished));
  }

  @Override
  public void looked(int replicates, boolean goesOn) {
    line("look after " + replicates + " replicates: " + (goesOn ? "goes on" : "decided"));
  }

  /** Ends a line that is still open, before somebody else prints. */
  void end() {
    if (lineIsOpen) {
      out.print(CLEAR_LINE);
      out.flush();
      lineIsOpen = false;
    }
  }

  private static String trials(Replicate finished) {
    StringBuilder text = new StringBuilder();
    for (Trial trial : finished.trials()) {
      trial
          .latency()
          .ifPresent(
              latency ->
                  text.append(text.isEmpty() ? ": " : ", ")
                      .append(trial.variant())
                      .append(
                          String.format(
                              Locale.ROOT,
                              " %.2f/%.2f ms",
                              latency.p50Nanos() / 1e6,
                              latency.p95Nanos() / 1e6)));
    }
    return text.isEmpty() ? "" : text + " (p50/p95)";
  }

  private static String summary(Stage stage, Trial trial) {
    String latency =
        trial
            .latency()
            .map(
                l ->
                    String.format(
                        Locale.ROOT,
                        ", p50 %.2f ms, p95 %.2f ms",
                        l.p50Nanos() / 1e6,
                        l.p95Nanos() / 1e6))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%s at %s: %.0f/s%s",
        trial.variant(),
        stage.name(),
        trial.throughputPerSecond(),
        latency);
  }

  private void show(String text) {
    if (terminal) {
      out.print(CLEAR_LINE + stamp() + text);
      out.flush();
      lineIsOpen = true;
    } else {
      line(text);
    }
  }

  private void line(String text) {
    end();
    out.println(stamp() + text);
    out.flush();
  }

  private String stamp() {
    return String.format(Locale.ROOT, "%5.0f s  ", (System.nanoTime() - start) / 1e9);
  }
}
