package dev.fanout.cli;

import dev.fanout.load.LoadRunnerOptions;
import dev.fanout.load.plan.LoadSpec;
import dev.fanout.load.run.LoadPlan;
import dev.fanout.load.run.LoadRefused;
import dev.fanout.load.run.LoadResult;
import dev.fanout.load.run.LoadRun;
import dev.fanout.load.run.Output;
import dev.fanout.load.summary.Condition;
import dev.fanout.load.summary.LoadSummaries;
import dev.fanout.load.summary.LoadSummary;
import dev.fanout.load.summary.SummaryFiles;
import dev.fanout.load.summary.SummaryText;
import dev.fanout.report.live.LiveEvents;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanout load}: how fast does it answer? */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    header = "Sends load to a URL or by a plan, and says how it was answered.",
    description = {
      "",
      "On this machine only, unless --allow-remote. A URL may have {id} in its path: a number is"
          + " drawn for each request. ^C ends the load and keeps what was measured.",
      "",
      "Exit code 0: done; 10: a --fail-if is true; 11: not enough data for one, nothing passed, or"
          + " ^C; 20: the target is dead, or the load was stopped by its error limit.",
      "",
    })
public final class LoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "URL|plan.yaml",
      description = "Where to, or what; see docs/load-commands.md.")
  private String source = "";

  @Mixin private StageOptions stages = new StageOptions();

  @Mixin private RequestOptions requests = new RequestOptions();

  @Option(
      names = "--fail-if",
      paramLabel = "CONDITION",
      description =
          "Exit with 10 if a trial meets it: p95>20ms, errors>1%%, A/50-vus:throughput<500/s; may be"
              + " repeated.")
  private List<String> failIf = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Writes summary.json, summary.csv, trials.hlog, k6-TARGET.json and a log of each second.")
  private @Nullable Path out;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "With --out: also a line for each of the first N requests.")
  private @Nullable Long rows;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Everything random is drawn from it.")
  private @Nullable Long seed;

  @Option(names = "--threads", paramLabel = "N", description = "Event loops (default: 1).")
  private @Nullable Integer threads;

  LoadCommand() {}

  @Override
  public Integer call() throws InterruptedException, IOException {
    LoadSpec load = load();
    LoadPlan plan = plan(load);
    LiveEvents live = Terminals.view(spec.commandLine().getOut());
    live.began(
        plan.name(),
        plan.targets().stream()
            .map(target -> new LiveEvents.Row(target.name(), target.base().toString()))
            .toList());
    LoadRun run;
    try {
      run = LoadRun.start(plan, new LoadView(live));
    } catch (LoadRefused e) {
      live.ended();
      throw usage(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      live.ended();
      throw e;
    }
    Interruption interruption = Interruption.install(run::stop);
    int exitCode = ExitCode.BUG;
    try {
      LoadResult result = run.await();
      live.ended();
      exitCode = report(LoadSummaries.of(result), load.failIf());
      return exitCode;
    } finally {
      live.ended();
      interruption.finished(exitCode);
    }
  }

  private LoadSpec load() {
    List<Condition> more = failIf.stream().map(Condition::parse).toList();
    boolean url = RequestOptions.isUrl(source);
    LoadSpec read =
        requests.read(source, url ? stages.stages() : List.of(), Set.of(200)).andFailIf(more);
    LoadSpec timed = url ? read : read.withStages(stages.over(read.stages()));
    LoadSpec seeded = seed == null ? timed : timed.withSeed(seed);
    try {
      return threads == null ? seeded : withThreads(seeded, threads);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private LoadPlan plan(LoadSpec load) {
    try {
      if (rows != null && out == null) {
        throw usage("--rows goes with --out");
      }
      return load.toPlan(
          requests.safety(),
          new Output(
              Optional.ofNullable(out),
              rows == null ? OptionalLong.empty() : OptionalLong.of(rows)));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private static LoadSpec withThreads(LoadSpec of, int threads) {
    return new LoadSpec(
        of.name(),
        of.targets(),
        of.stages(),
        of.limits(),
        of.randomSeed(),
        new LoadRunnerOptions(threads, of.options().transport()),
        of.failIf());
  }

  private int report(LoadSummary summary, List<Condition> conditions) throws IOException {
    List<Condition.Outcome> outcomes = Condition.check(conditions, summary);
    PrintWriter print = spec.commandLine().getOut();
    print.print(SummaryText.render(summary, outcomes));
    print.flush();
    if (out != null) {
      SummaryFiles.write(out, summary, outcomes);
      print.println("  files:  " + out.resolve("summary.json") + " and others there");
      print.flush();
    }
    return LoadExit.code(summary, outcomes, conditions, spec.commandLine().getErr());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
