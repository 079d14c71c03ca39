package dev.fanout.load.run;

import dev.fanout.load.BodyCheck;
import dev.fanout.load.Limits;
import dev.fanout.load.LoadModel;
import dev.fanout.load.LoadRunner;
import dev.fanout.load.LoadRunnerOptions;
import dev.fanout.load.RequestMix;
import dev.fanout.load.RequestTemplate;
import dev.fanout.load.TrialObserver;
import dev.fanout.load.TrialPlan;
import dev.fanout.load.TrialRecording;
import dev.fanout.load.TrialResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the generator can do on this machine: closed load against a server in this process that does
 * next to nothing. A target that comes near it is not what was measured.
 *
 * @param requestsPerSecond that were reached, with the server beside the generator
 * @param cpuNanosPerRequest of the event loops; empty where the JVM does not tell
 * @param perCore requests per second at which an event loop would fill a core
 * @param loopLagNanos 99th percentile of how late the event loops were for their tick
 */
public record GeneratorCeiling(
    double requestsPerSecond,
    OptionalDouble cpuNanosPerRequest,
    OptionalDouble perCore,
    long loopLagNanos) {
  private static final RequestMix MIX =
      new RequestMix(
          List.of(RequestTemplate.get("null", "get", "/{id}", new BodyCheck.Anything())),
          RequestMix.Selection.ROUND_ROBIN);

  /**
   * @param window of measuring, after as much for warming up
   */
  public static GeneratorCeiling measure(
      LoadRunnerOptions options, int connections, Duration window) throws InterruptedException {
    try (NullServer server = NullServer.start();
        LoadRunner runner = new LoadRunner(options)) {
      LoopCpu cpu = new LoopCpu(runner);
      TrialResult result =
          runner.run(
              new TrialPlan(
                  server.address(),
                  "null",
                  new LoadModel.Closed(connections),
                  MIX,
                  window,
                  window,
                  1,
                  Limits.DEFAULT),
              cpu,
              TrialRecording.intervals(interval -> {}));
      double seconds = result.windowNanos() / 1e9;
      OptionalDouble perRequest =
          cpu.nanos.isPresent() && result.passed() > 0
              ? OptionalDouble.of((double) cpu.nanos.get() / result.passed())
              : OptionalDouble.empty();
      return new GeneratorCeiling(
          seconds == 0 ? 0 : result.passed() / seconds,
          perRequest,
          perRequest.isPresent()
              ? OptionalDouble.of(1e9 / perRequest.getAsDouble())
              : OptionalDouble.empty(),
          result.loopLag().getTotalCount() == 0 ? 0 : result.loopLag().getValueAtPercentile(99));
    }
  }

  private static final class LoopCpu implements TrialObserver {
    private final LoadRunner runner;
    private Optional<Long> before = Optional.empty();
    private Optional<Long> nanos = Optional.empty();

    LoopCpu(LoadRunner runner) {
      this.runner = runner;
    }

    @Override
    public void windowOpened() {
      before = sum();
    }

    @Override
    public void windowClosed() {
      nanos = sum().flatMap(after -> before.map(earlier -> after - earlier));
    }

    private Optional<Long> sum() {
      return runner.loopCpuNanos().map(loops -> java.util.Arrays.stream(loops).sum());
    }
  }
}
