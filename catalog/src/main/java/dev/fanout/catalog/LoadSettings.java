package dev.fanout.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a catalog says about load; what is absent, the plan decides.
 *
 * @param profile absent: the plan's stages
 * @param window the judged part of a trial, 100 ms..1 h
 * @param settling the discarded part before it, 0..10 min
 * @param looks replicates after which the run is judged: rising even numbers in 4..200; empty: the
 *     plan's own
 */
public record LoadSettings(
    LoadPlan plan,
    Optional<LoadProfile> profile,
    Optional<Duration> window,
    Optional<Duration> settling,
    List<Integer> looks) {
  private static final int FEWEST = 4;
  private static final int MOST = 200;

  public static final LoadSettings STANDARD =
      new LoadSettings(LoadPlan.DEFAULT, Optional.empty(), Optional.empty(), Optional.empty());

  public LoadSettings {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(profile, "profile");
    check("window", window, Duration.ofMillis(100), Duration.ofHours(1));
    check("settling", settling, Duration.ZERO, Duration.ofMinutes(10));
    looks = List.copyOf(looks);
    int before = 0;
    for (int look : looks) {
      if (look < FEWEST || look > MOST || look <= before || look % 2 != 0) {
        throw new IllegalArgumentException(
            "looks " + looks + " are not rising even numbers in " + FEWEST + ".." + MOST);
      }
      before = look;
    }
  }

  /** With the looks of the plan. */
  public LoadSettings(
      LoadPlan plan,
      Optional<LoadProfile> profile,
      Optional<Duration> window,
      Optional<Duration> settling) {
    this(plan, profile, window, settling, List.of());
  }

  public LoadSettings withPlan(LoadPlan other) {
    return new LoadSettings(other, profile, window, settling, looks);
  }

  private static void check(String name, Optional<Duration> value, Duration least, Duration most) {
    value.ifPresent(
        duration -> {
          if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                name + " " + duration + " is not in " + least + ".." + most);
          }
        });
  }
}
