package dev.fanout.experiment;

import dev.fanout.experiment.RunningGateway.Injected;
import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.run.VariantLabel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What injected faults really took during the trials of a run, as the gateway itself measured. */
final class InjectionMeter {
  private final Map<VariantLabel, Injected> sums = new EnumMap<>(VariantLabel.class);

  /** Counters of a gateway at one moment. */
  static Map<VariantLabel, Injected> read(RunningGateway gateway)
      throws EnvironmentFailure, InterruptedException {
    Map<VariantLabel, Injected> counts = new EnumMap<>(VariantLabel.class);
    for (VariantLabel variant : VariantLabel.values()) {
      counts.put(variant, gateway.isAlive() ? gateway.injected(variant) : Injected.NOTHING);
    }
    return counts;
  }

  /** Adds what came between two readings of one gateway. */
  void add(Map<VariantLabel, Injected> before, Map<VariantLabel, Injected> after) {
    after.forEach(
        (variant, now) -> {
          Injected then = before.getOrDefault(variant, Injected.NOTHING);
          if (now.requests() > then.requests()) {
            Injected between =
                new Injected(now.requests() - then.requests(), now.nanos() - then.nanos());
            sums.merge(
                variant,
                between,
                (one, two) ->
                    new Injected(one.requests() + two.requests(), one.nanos() + two.nanos()));
          }
        });
  }

  /** One line for each variant with a fault. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    sums.forEach(
        (variant, sum) ->
            notes.add(
                String.format(
                    Locale.ROOT,
                    "the injection into %s took %.0f ns on average",
                    variant,
                    (double) sum.nanos() / sum.requests())));
    return notes;
  }
}
