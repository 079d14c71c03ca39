package dev.fanout.catalog;

import java.util.List;

/** The stages of a run, from light to heavy; every one is at least one number. */
public sealed interface LoadProfile {
  /** Open model: fractions of the capacity that the run finds, each above 0 and below 1. */
  record OfCapacity(List<Double> fractions) implements LoadProfile {
    public OfCapacity {
      fractions = List.copyOf(fractions);
      check(fractions, "capacity fraction", Math.nextUp(0.0), Math.nextDown(1.0));
    }
  }

  /** Open model: requests per second, 1..1,000,000. */
  record Rates(List<Double> ratesPerSecond) implements LoadProfile {
    public Rates {
      ratesPerSecond = List.copyOf(ratesPerSecond);
      check(ratesPerSecond, "rate", 1, 1_000_000);
    }
  }

  /** Closed model: virtual users, 1..10,000. */
  record Users(List<Integer> virtualUsers) implements LoadProfile {
    public Users {
      virtualUsers = List.copyOf(virtualUsers);
      check(virtualUsers, "number of virtual users", 1, 10_000);
    }
  }

  /** 10, 30 and 60 % of capacity. */
  LoadProfile STANDARD = new OfCapacity(List.of(0.10, 0.30, 0.60));

  private static void check(List<? extends Number> stages, String what, double least, double most) {
    if (stages.isEmpty() || stages.size() > 20) {
      throw new IllegalArgumentException(stages.size() + " stages is not in 1..20");
    }
    for (Number stage : stages) {
      double value = stage.doubleValue();
      if (!(value >= least && value <= most)) {
        throw new IllegalArgumentException(
            what + " " + stage + " is not in " + least + ".." + most);
      }
    }
  }
}
