package dev.fanout.cli;

import dev.fanout.load.plan.UrlPlan;
import dev.fanout.load.run.LoadStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much load, and for how long. A mixin. */
final class StageOptions {
  private static final int USUAL_USERS = 10;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--vus",
      paramLabel = "N,…",
      split = ",",
      description =
          "Closed model: so many virtual users, each with a connection of its own; a stage for each"
              + " number (default for a URL: 10).")
  private List<Integer> users = new ArrayList<>();

  @Option(
      names = "--rate",
      paramLabel = "N,…",
      split = ",",
      description =
          "Open model: so many requests a second arrive at random, whatever the target does; a stage"
              + " for each number.")
  private List<Double> rates = new ArrayList<>();

  @Option(
      names = "--pace",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "With --vus: least time from one request of a user to its next one.")
  private @Nullable Duration pace;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      defaultValue = "256",
      description =
          "With --rate: most requests under way at once; others wait, and their wait counts"
              + " (default: ${DEFAULT-VALUE}).")
  private int inFlight;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Measured part of each stage (default: 30s).")
  private @Nullable Duration duration;

  @Option(
      names = "--settling",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Sent before it, and not counted (default: 1s).")
  private @Nullable Duration settling;

  StageOptions() {}

  /** Whether the command line says anything about it. */
  boolean any() {
    return !users.isEmpty() || !rates.isEmpty();
  }

  /** For a plan that has stages: its own, with the time that the command line says. */
  List<LoadStage> over(List<LoadStage> planned) {
    if (any()) {
      return stages();
    }
    try {
      return planned.stream()
          .map(
              stage ->
                  new LoadStage(
                      stage.name(),
                      stage.model(),
                      settling == null ? stage.settling() : settling,
                      duration == null ? stage.window() : duration))
          .toList();
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  List<LoadStage> stages() {
    if (!users.isEmpty() && !rates.isEmpty()) {
      throw usage("--vus and --rate are two models; take one");
    }
    if (pace != null && !rates.isEmpty()) {
      throw usage("--pace goes with --vus");
    }
    Duration window = duration == null ? Duration.ofSeconds(30) : duration;
    Duration before = settling == null ? Duration.ofSeconds(1) : settling;
    try {
      return rates.isEmpty()
          ? UrlPlan.closed(
              users.isEmpty() ? List.of(USUAL_USERS) : users,
              pace == null ? Duration.ZERO : pace,
              before,
              window)
          : UrlPlan.open(rates, inFlight, before, window);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
