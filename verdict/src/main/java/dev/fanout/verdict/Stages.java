package dev.fanout.verdict;

import dev.fanout.measurements.run.Stage;
import dev.fanout.measurements.run.StageLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Stages from a list of load levels, lowest first (methodology, part 3). */
public final class Stages {
  /** What the local plans use, as shares of capacity. */
  public static final List<Double> LOCAL_SHARES = List.of(0.10, 0.30, 0.60);

  /** In how many turns the local plans divide a trial. */
  public static final int LOCAL_TURNS = 4;

  private Stages() {}

  /**
   * How the time of a trial is spent.
   *
   * @param settlingNanos before each turn, discarded
   * @param windowNanos of all turns together
   */
  public record Timing(long settlingNanos, long windowNanos, int turns) {}

  /** Open stages at shares of a capacity that is not known yet; names such as {@code 60%}. */
  public static List<Stage> ofCapacity(List<Double> shares, Timing timing) {
    List<Stage> stages = new ArrayList<>();
    for (double share : shares) {
      stages.add(
          new Stage(
              stages.size(),
              number(share * 100) + "%",
              new StageLoad.Open(OptionalDouble.of(share), OptionalDouble.empty()),
              timing.settlingNanos(),
              timing.windowNanos(),
              OptionalInt.of(timing.turns())));
    }
    return List.copyOf(stages);
  }

  /** Open stages at fixed rates; names such as {@code 400/s}. */
  public static List<Stage> ofRates(List<Double> ratesPerSecond, Timing timing) {
    List<Stage> stages = new ArrayList<>();
    for (double rate : ratesPerSecond) {
      stages.add(
          new Stage(
              stages.size(),
              number(rate) + "/s",
              new StageLoad.Open(OptionalDouble.empty(), OptionalDouble.of(rate)),
              timing.settlingNanos(),
              timing.windowNanos(),
              OptionalInt.of(timing.turns())));
    }
    return List.copyOf(stages);
  }

  /** Closed stages; names such as {@code 200 VUs}. */
  public static List<Stage> ofVirtualUsers(List<Integer> virtualUsers, Timing timing) {
    List<Stage> stages = new ArrayList<>();
    for (int users : virtualUsers) {
      stages.add(
          new Stage(
              stages.size(),
              users + " VUs",
              new StageLoad.Closed(users),
              timing.settlingNanos(),
              timing.windowNanos(),
              OptionalInt.of(timing.turns())));
    }
    return List.copyOf(stages);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
