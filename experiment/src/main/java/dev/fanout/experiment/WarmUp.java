package dev.fanout.experiment;

import dev.fanout.experiment.LoadMeter.Reading;
import dev.fanout.experiment.LoadMeter.Shape;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.load.LoadModel;
import dev.fanout.measurements.run.SteadyState;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.SteadyStateAudit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Warms a fresh gateway on both variants until the steady-state gate opens, or its time is over.
 * First a closed model as fast as the gateway can, so that the JIT compilers see much code soon;
 * then windows of the top stage's load, taken in turns.
 */
final class WarmUp {
  private final LoadMeter meter;
  private final Settings settings;
  private Optional<String> complaint = Optional.empty();

  /**
   * @param burst closed-model load on each variant before the first window
   * @param window of the gate; both variants share it, half each
   * @param limit of the wait at the gate; one window more may be running when it passes
   */
  record Settings(Duration burst, int burstUsers, Duration window, Duration limit) {
    /** Of a replicate. */
    static final Settings STANDARD =
        new Settings(Duration.ofMillis(1_000), 128, Duration.ofSeconds(1), Duration.ofSeconds(20));
  }

  WarmUp(LoadMeter meter, Settings settings) {
    this.meter = meter;
    this.settings = settings;
  }

  /**
   * @param model load of the windows
   * @return what the gate saw, of A and of B
   */
  List<SteadyState> run(
      RunningGateway gateway, VariantLabel first, LoadModel model, long randomSeed)
      throws EnvironmentFailure, InterruptedException {
    burst(gateway, List.of(first, first.other()), randomSeed);
    return settle(gateway, first, model, settings.limit(), randomSeed);
  }

  /** What did not work when the last gateway was given its own place. */
  Optional<String> complaint() {
    return complaint;
  }

  /**
   * The gate alone, for a gateway that has had its burst: gives the gateway its own place, then
   * waits until it is flat.
   *
   * @param limit of the wait
   */
  List<SteadyState> settle(
      RunningGateway gateway, VariantLabel first, LoadModel model, Duration limit, long randomSeed)
      throws EnvironmentFailure, InterruptedException {
    long start = System.nanoTime();
    List<VariantLabel> order = List.of(first, first.other());
    complaint = gateway.isolate();
    System.gc(); // the generator's own garbage, too
    Map<VariantLabel, List<SteadyState.Window>> seen = new EnumMap<>(VariantLabel.class);
    order.forEach(variant -> seen.put(variant, new ArrayList<>()));
    boolean flat = false;
    for (int i = 1; !flat && gateway.isAlive(); i++) {
      for (Map.Entry<VariantLabel, List<SteadyState.Window>> windows : inOrder(seen, order)) {
        windows
            .getValue()
            .add(window(gateway, windows.getKey(), model, Seeds.derive(randomSeed, i)));
      }
      flat = SteadyStateAudit.flat(seen.values());
      if (System.nanoTime() - start > limit.toNanos()) {
        break;
      }
    }
    List<SteadyState> states = new ArrayList<>();
    for (Map.Entry<VariantLabel, List<SteadyState.Window>> windows : seen.entrySet()) {
      states.add(
          new SteadyState(
              windows.getKey(), flat, System.nanoTime() - start, last(windows.getValue())));
    }
    return states;
  }

  private static List<Map.Entry<VariantLabel, List<SteadyState.Window>>> inOrder(
      Map<VariantLabel, List<SteadyState.Window>> seen, List<VariantLabel> order) {
    return seen.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.getKey())))
        .toList();
  }

  private static List<SteadyState.Window> last(List<SteadyState.Window> windows) {
    return windows.subList(Math.max(0, windows.size() - SteadyStateAudit.WINDOWS), windows.size());
  }

  private void burst(RunningGateway gateway, List<VariantLabel> order, long randomSeed)
      throws InterruptedException {
    for (VariantLabel variant : order) {
      Shape shape =
          new Shape(
              new LoadModel.Closed(settings.burstUsers()),
              Duration.ZERO,
              settings.burst(),
              randomSeed);
      meter.measure(gateway, variant, shape);
    }
  }

  private SteadyState.Window window(
      RunningGateway gateway, VariantLabel variant, LoadModel model, long randomSeed)
      throws InterruptedException {
    Shape shape = new Shape(model, Duration.ZERO, settings.window().dividedBy(2), randomSeed);
    Reading reading = meter.measure(gateway, variant, shape);
    long p50 =
        reading.result().responseTime().getTotalCount() == 0
            ? 0
            : reading.result().responseTime().getValueAtPercentile(50);
    return new SteadyState.Window(reading.cpuPerRequestNanos(), p50);
  }
}
