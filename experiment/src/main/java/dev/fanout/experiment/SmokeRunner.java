package dev.fanout.experiment;

import dev.fanout.experiment.LoadMeter.Shape;
import dev.fanout.load.LoadModel;
import dev.fanout.load.RequestMix;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.run.SmokeTest;
import dev.fanout.measurements.run.VariantLabel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends at least one request to every operation of both variants and looks at every answer. */
final class SmokeRunner {
  private static final double RATE_PER_SECOND = 1_200;
  private static final int IN_FLIGHT = 64;

  private final LoadMeter meter;

  SmokeRunner(LoadMeter meter) {
    this.meter = meter;
  }

  SmokeTest run(RunningGateway gateway, long randomSeed) throws InterruptedException {
    long requests = 0;
    long failed = 0;
    List<String> failures = new ArrayList<>();
    for (VariantLabel variant : VariantLabel.values()) {
      Outcome outcome = run(gateway, variant, Seeds.derive(randomSeed, variant.ordinal()));
      if (outcome.failed() > 0) {
        // A process that has just started may be slow; what is really broken stays broken.
        outcome = run(gateway, variant, Seeds.derive(randomSeed, variant.ordinal()));
      }
      requests += outcome.requests();
      failed += outcome.failed();
      failures.addAll(outcome.failures());
    }
    return new SmokeTest(
        (int) requests,
        (int) failed,
        failures.subList(0, Math.min(failures.size(), SmokeTest.SHOWN)));
  }

  private Outcome run(RunningGateway gateway, VariantLabel variant, long randomSeed)
      throws InterruptedException {
    RequestMix mix = meter.mix(variant);
    RequestMix inTurn =
        new RequestMix(mix.templates(), RequestMix.Selection.ROUND_ROBIN, mix.idMin(), mix.idMax());
    int operations = mix.templates().size();
    // Arrivals are random: half as many again, and sixty, leave no operation out in practice.
    long millis = Math.round((operations * 1.5 + 60) / RATE_PER_SECOND * 1_000);
    Shape shape =
        new Shape(
            new LoadModel.Open(RATE_PER_SECOND, IN_FLIGHT),
            Duration.ZERO,
            Duration.ofMillis(millis),
            randomSeed);
    TrialResult result = meter.measure(gateway, variant, inTurn, shape).result();
    List<String> failures = new ArrayList<>();
    result.stopped().ifPresent(reason -> failures.add(variant + ": " + reason.message()));
    result
        .errorSamples()
        .forEach(
            sample ->
                failures.add(
                    variant
                        + ": "
                        + sample.apiId()
                        + " "
                        + sample.target()
                        + ": "
                        + sample.detail()));
    long late = result.unfinished() + result.unstarted();
    if (late > 0) {
      failures.add(variant + ": " + late + " requests had no answer when the test ended");
    }
    long missed = Math.max(0, operations - result.requests());
    if (missed > 0) {
      failures.add(variant + ": " + missed + " operations were not reached");
    }
    return new Outcome(result.requests() + missed, result.failed() + late + missed, failures);
  }

  private record Outcome(long requests, long failed, List<String> failures) {}
}
