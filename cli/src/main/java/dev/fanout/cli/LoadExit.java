package dev.fanout.cli;

import dev.fanout.load.summary.Condition;
import dev.fanout.load.summary.LoadSummary;
import java.io.PrintWriter;
import java.util.List;

/** What a load tells the caller of the process. */
final class LoadExit {
  private LoadExit() {}

  static int code(
      LoadSummary summary,
      List<Condition.Outcome> outcomes,
      List<Condition> conditions,
      PrintWriter err) {
    if (summary.stopped().isPresent()) {
      return ExitCode.ENVIRONMENT;
    }
    if (outcomes.stream().anyMatch(o -> o.state() == Condition.State.FAILED)) {
      return ExitCode.DIFFERENT;
    }
    if (summary.interrupted()) {
      return ExitCode.INCONCLUSIVE;
    }
    for (Condition condition : conditions) {
      if (summary.trials().stream().noneMatch(condition::concerns)) {
        err.println("fanout: no trial is what '" + condition.text() + "' is about");
        err.flush();
        return ExitCode.INCONCLUSIVE;
      }
    }
    boolean open = outcomes.stream().anyMatch(o -> o.state() == Condition.State.NOT_ENOUGH_DATA);
    return open || summary.passed() == 0 ? ExitCode.INCONCLUSIVE : ExitCode.OK;
  }
}
