package dev.fanout.experiment;

import dev.fanout.experiment.CapacityFinder.Capacity;
import dev.fanout.experiment.CapacityFinder.Observation;
import dev.fanout.experiment.LoadMeter.Reading;
import dev.fanout.experiment.LoadMeter.Shape;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.load.LoadModel;
import dev.fanout.measurements.run.CapacitySearch;
import dev.fanout.measurements.run.VariantLabel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a process that is thrown away afterwards tells before the first trial: the capacity, and the
 * CPU time that a request costs each variant.
 */
final class Calibration {
  /** Of what the gateway did when it was driven as fast as it can, and of the top stage's share. */
  private static final double FIRST_PROBE = 0.85;

  private static final double LOWEST_FIRST_RATE_PER_SECOND = 200;
  private static final int MOST_PROBES = 8;
  private static final Duration SETTLING = Duration.ofMillis(150);
  private static final Duration WINDOW = Duration.ofMillis(500);

  private final LoadMeter meter;
  private final long randomSeed;
  private final List<CapacitySearch.Step> steps = new ArrayList<>();
  private long disturbedProbes;

  Calibration(LoadMeter meter, long randomSeed) {
    this.meter = meter;
    this.randomSeed = randomSeed;
  }

  /**
   * @param gateway warm
   * @param fastestPerSecond what {@link #heat} saw
   * @param topShare of capacity, that of the run's top stage
   * @throws EnvironmentFailure the CPU time of the gateway cannot be read here, or the gateway died
   */
  CapacitySearch capacity(RunningGateway gateway, double fastestPerSecond, double topShare)
      throws EnvironmentFailure, InterruptedException {
    double first =
        Math.max(LOWEST_FIRST_RATE_PER_SECOND, fastestPerSecond * FIRST_PROBE * topShare);
    Capacity capacity =
        new CapacityFinder(MOST_PROBES, topShare).find(first, rate -> probe(gateway, rate));
    disturbedProbes = capacity.disturbed();
    return new CapacitySearch(capacity.ratePerSecond(), slower(), steps);
  }

  /** Probes of the search that other work on the machine disturbed. */
  long disturbedProbes() {
    return disturbedProbes;
  }

  /** CPU time of one request of a variant at a rate. */
  OptionalDouble cpuPerRequestNanos(RunningGateway gateway, VariantLabel variant, double rate)
      throws InterruptedException {
    Shape shape = Shape.open(rate, SETTLING, WINDOW, randomSeed);
    return meter.measure(gateway, variant, shape).cpuPerRequestNanos();
  }

  /**
   * Load as fast as the gateway can on both variants, until it is warm.
   *
   * @return requests per second of the slower variant at the end
   */
  double heat(RunningGateway gateway, int users, Duration time) throws InterruptedException {
    LoadModel model = new LoadModel.Closed(users);
    double slowest = Double.POSITIVE_INFINITY;
    for (VariantLabel variant : VariantLabel.values()) {
      Duration half = time.dividedBy(2);
      Shape shape =
          new Shape(model, half.multipliedBy(2).dividedBy(3), half.dividedBy(3), randomSeed);
      Reading reading = meter.measure(gateway, variant, shape);
      slowest =
          Math.min(slowest, reading.result().passed() / (reading.result().windowNanos() / 1e9));
    }
    return slowest;
  }

  private Observation probe(RunningGateway gateway, double rate)
      throws EnvironmentFailure, InterruptedException {
    double busiest = 0;
    boolean keptUp = true;
    for (VariantLabel variant : VariantLabel.values()) {
      Reading reading =
          meter.measure(
              gateway,
              variant,
              Shape.open(rate, SETTLING, WINDOW, Seeds.derive(randomSeed, steps.size())));
      if (!gateway.isAlive()) {
        throw new EnvironmentFailure("the gateway process ended while the capacity was searched");
      }
      OptionalDouble share = reading.busiestOwnShare();
      if (share.isEmpty()) {
        throw new EnvironmentFailure("the CPU time of the gateway process cannot be read here");
      }
      busiest = Math.max(busiest, share.getAsDouble());
      keptUp &= reading.keptUp();
      steps.add(
          new CapacitySearch.Step(
              variant,
              rate,
              share.getAsDouble(),
              reading.result().responseTime().getTotalCount() == 0
                  ? 0
                  : reading.result().responseTime().getValueAtPercentile(50)));
    }
    return new Observation(rate, busiest, keptUp);
  }

  /** The variant whose core was busier, over all probes. */
  private VariantLabel slower() {
    double lead = 0;
    for (CapacitySearch.Step step : steps) {
      double share = step.busiestCoreShare();
      lead += step.variant() == VariantLabel.A ? share : -share;
    }
    return lead >= 0 ? VariantLabel.A : VariantLabel.B;
  }
}
