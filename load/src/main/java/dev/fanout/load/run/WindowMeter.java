package dev.fanout.load.run;

import dev.fanout.load.LoadModel;
import dev.fanout.load.LoadRunner;
import dev.fanout.load.TrialObserver;
import dev.fanout.load.TrialResult;
import dev.fanout.measurements.CpuReading;
import dev.fanout.measurements.ProcessCpu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Reads the clocks at both edges of a window and makes a {@link SelfCheck} of them. */
final class WindowMeter implements TrialObserver {
  /** Above it an event loop queues by itself: as much as the "headroom" audit grants. */
  private static final double MOST_OF_A_LOOP = 0.7;

  private static final long MOST_LOOP_LAG_NANOS = 1_000_000;
  private static final Duration LONG_PAUSE = Duration.ofMillis(20);
  private static final double MOST_LATE = 0.01;

  private final LoadRunner runner;
  private final GcWatch collections;
  private final Map<String, ProcessCpu> processes = new LinkedHashMap<>();
  private final Map<String, CpuReading> processesBefore = new LinkedHashMap<>();
  private final Map<String, CpuReading> processesAfter = new LinkedHashMap<>();
  private Optional<long[]> loopsBefore = Optional.empty();
  private Optional<long[]> loopsAfter = Optional.empty();
  private GcWatch.Reading collectionsBefore = new GcWatch.Reading(0, 0);
  private GcWatch.Reading collectionsAfter = new GcWatch.Reading(0, 0);

  WindowMeter(LoadRunner runner, GcWatch collections, Map<String, Long> processIds) {
    this.runner = runner;
    this.collections = collections;
    new TreeMap<>(processIds).forEach((name, id) -> processes.put(name, ProcessCpu.of(id)));
  }

  @Override
  public void windowOpened() {
    collectionsBefore = collections.start();
    processes.forEach((name, cpu) -> cpu.read().ifPresent(r -> processesBefore.put(name, r)));
    loopsBefore = runner.loopCpuNanos();
  }

  @Override
  public void windowClosed() {
    loopsAfter = runner.loopCpuNanos();
    processes.forEach((name, cpu) -> cpu.read().ifPresent(r -> processesAfter.put(name, r)));
    collectionsAfter = collections.read();
  }

  SelfCheck check(LoadModel model, TrialResult result) {
    double window = result.windowNanos();
    Duration gcTotal =
        Duration.ofMillis(collectionsAfter.totalMillis() - collectionsBefore.totalMillis());
    OptionalDouble busiestLoop = busiestLoop(window);
    return new SelfCheck(
        result.loopLag(),
        collectionsAfter.count() - collectionsBefore.count(),
        gcTotal,
        collections.longest(),
        busiestLoop,
        result.generatorCpuNanos().isPresent() && window > 0
            ? OptionalDouble.of(result.generatorCpuNanos().get() / window)
            : OptionalDouble.empty(),
        processCores(window),
        result.socketsOpened(),
        result.reused(),
        warnings(model, result, busiestLoop));
  }

  private OptionalDouble busiestLoop(double window) {
    if (loopsBefore.isEmpty() || loopsAfter.isEmpty() || window == 0) {
      return OptionalDouble.empty();
    }
    double busiest = 0;
    for (int i = 0; i < loopsAfter.get().length; i++) {
      busiest = Math.max(busiest, (loopsAfter.get()[i] - loopsBefore.get()[i]) / window);
    }
    return OptionalDouble.of(busiest);
  }

  private Map<String, Double> processCores(double window) {
    Map<String, Double> cores = new LinkedHashMap<>();
    processesAfter.forEach(
        (name, after) -> {
          CpuReading before = processesBefore.get(name);
          if (before != null && window > 0) {
            cores.put(name, (after.workNanos() - before.workNanos()) / window);
          }
        });
    return cores;
  }

  private List<String> warnings(LoadModel model, TrialResult result, OptionalDouble busiestLoop) {
    List<String> warnings = new ArrayList<>();
    double share = busiestLoop.orElse(0);
    if (share > MOST_OF_A_LOOP) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "an event loop of the generator was busy %.0f %% of the time, more than %.0f %%:"
                  + " latencies hold its own queue",
              100 * share,
              100 * MOST_OF_A_LOOP));
    }
    if (result.loopLag().getTotalCount() > 0
        && result.loopLag().getValueAtPercentile(99) > MOST_LOOP_LAG_NANOS) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "the generator's event loops were up to %.1f ms late (p99), more than 1 ms",
              result.loopLag().getValueAtPercentile(99) / 1e6));
    }
    if (collections.longest().compareTo(LONG_PAUSE) > 0) {
      warnings.add(
          "a garbage collection of the generator took " + collections.longest().toMillis() + " ms");
    }
    if (model instanceof LoadModel.Open && result.unstarted() > 0) {
      warnings.add(
          result.unstarted()
              + " requests were due and never sent: all connections were in use until the end");
    }
    if (model instanceof LoadModel.Open && result.late() > MOST_LATE * result.requests()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%.1f %% of the requests were sent more than 1 ms after they were due; the wait is in"
                  + " the response time, not in the service time",
              100.0 * result.late() / result.requests()));
    }
    for (String name : processes.keySet()) {
      if (!processesBefore.containsKey(name) || !processesAfter.containsKey(name)) {
        warnings.add("the CPU time of process " + name + " could not be read");
      }
    }
    return warnings;
  }
}
