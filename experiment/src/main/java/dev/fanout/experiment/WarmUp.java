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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Warms a fresh gateway on both variants until the steady-state gate opens, or its time is over.
 * First a closed model as fast as the gateway can, so that the JIT compilers see much code soon;
 * then windows of the top stage's load, taken in turns.
 */
final class WarmUp {
  private final LoadMeter meter;
  private final Settings settings;

  /**
   * @param burst closed-model load on each variant before the first window
   * @param window of the gate; both variants share it, half each
   * @param limit of the whole warm-up; one window more may be running when it passes
   */
  record Settings(Duration burst, int burstUsers, Duration window, Duration limit) {
    static final Settings STANDARD =
        new Settings(Duration.ofMillis(1_200), 128, Duration.ofSeconds(1), Duration.ofSeconds(10));
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
    long start = System.nanoTime();
    List<VariantLabel> order = List.of(first, first.other());
    burst(gateway, order, randomSeed);
    gateway.isolate();
    System.gc(); // the generator's own garbage, too
    List<SteadyState.Window> seenA = new ArrayList<>();
    List<SteadyState.Window> seenB = new ArrayList<>();
    Map<VariantLabel, Long> opened = new EnumMap<>(VariantLabel.class);
    for (int i = 1; opened.size() < order.size() && gateway.isAlive(); i++) {
      opened.clear();
      for (VariantLabel variant : order) {
        List<SteadyState.Window> seen = variant == VariantLabel.A ? seenA : seenB;
        seen.add(window(gateway, variant, model, Seeds.derive(randomSeed, i)));
        if (SteadyStateAudit.flat(seen)) {
          opened.put(variant, System.nanoTime() - start);
        }
      }
      if (System.nanoTime() - start > settings.limit().toNanos()) {
        break;
      }
    }
    List<SteadyState> states = new ArrayList<>();
    for (VariantLabel variant : VariantLabel.values()) {
      states.add(
          new SteadyState(
              variant,
              opened.containsKey(variant),
              opened.getOrDefault(variant, System.nanoTime() - start),
              last(variant == VariantLabel.A ? seenA : seenB)));
    }
    return states;
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
