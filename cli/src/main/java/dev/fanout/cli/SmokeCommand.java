package dev.fanout.cli;

import dev.fanout.load.plan.LoadSpec;
import dev.fanout.load.run.LoadRefused;
import dev.fanout.load.run.LoadTarget;
import dev.fanout.load.run.SmokeAnswer;
import dev.fanout.load.run.SmokeRun;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout smoke}: does every operation answer? */
@Command(
    name = "smoke",
    mixinStandardHelpOptions = true,
    header = "Sends one request to each operation: OK or FAIL, and how long it took.",
    description = {
      "",
      "With a base URL and --catalog or --artifacts, or with a plan; a single URL is one request."
          + " Right is any status 2xx unless --status or the plan says otherwise.",
      "",
      "Exit code 0: all OK; 10: some FAIL; 20: nobody listens there.",
      "",
    })
public final class SmokeCommand implements Callable<Integer> {
  private static final Set<Integer> SUCCESS =
      new TreeSet<>(IntStream.range(200, 300).boxed().toList());

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "URL|plan.yaml",
      description = "Where to, or what; see docs/load-commands.md.")
  private String source = "";

  @Mixin private RequestOptions requests = new RequestOptions();

  @Option(names = "--failures", description = "Print what fails, and the count of the rest.")
  private boolean onlyFailures;

  SmokeCommand() {}

  @Override
  public Integer call() {
    LoadSpec load = requests.read(source, List.of(), SUCCESS);
    PrintWriter out = spec.commandLine().getOut();
    int asked = 0;
    int failed = 0;
    boolean dead = false;
    for (LoadTarget target : load.targets()) {
      int width =
          target.mix().templates().stream()
              .mapToInt(request -> request.apiId().length() + 1 + request.operationId().length())
              .max()
              .orElse(1);
      if (load.targets().size() > 1) {
        out.println(target.name() + "  " + target.base());
      }
      List<SmokeAnswer> answers = answers(load, target, Math.min(width, 48));
      asked += answers.size();
      failed += (int) answers.stream().filter(answer -> !answer.ok()).count();
      dead |= answers.size() < target.mix().templates().size();
    }
    out.printf(Locale.ROOT, "%d of %d OK%n", asked - failed, asked);
    out.flush();
    return dead ? ExitCode.ENVIRONMENT : failed > 0 ? ExitCode.DIFFERENT : ExitCode.OK;
  }

  private List<SmokeAnswer> answers(LoadSpec load, LoadTarget target, int width) {
    try {
      return SmokeRun.run(target, load.limits(), requests.safety(), answer -> print(answer, width));
    } catch (LoadRefused e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void print(SmokeAnswer answer, int width) {
    if (answer.ok() && onlyFailures) {
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    String name = answer.apiId() + "/" + answer.operationId();
    out.printf(
        Locale.ROOT,
        "%-4s %8.1f ms  %-" + width + "s  %-6s %s%s%n",
        answer.ok() ? "OK" : "FAIL",
        answer.time().toNanos() / 1e6,
        name,
        answer.method(),
        answer.target(),
        answer.ok() ? "" : "  " + answer.detail().replaceAll("\\p{Cntrl}", "?"));
    out.flush();
  }
}
