package dev.fanout.experiment;

import dev.fanout.catalog.LoadProfile;
import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.Row;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.measurements.run.Stage;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.PlanDrawer;
import dev.fanout.verdict.PlanLength;
import dev.fanout.verdict.Rows;
import dev.fanout.verdict.Stages;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user chose of a plan, before anything is drawn.
 *
 * @param length how many replicates at most
 * @param published the published benchmark's stages, mix and order; {@code length} then says
 *     whether it is repeated as replicates
 * @param onePair with {@code published}: one pair, as it was done
 * @param profile the stages; absent: the plan's own
 * @param window the judged part of a trial; absent: the plan's own
 * @param settling the discarded part before each turn; absent: the plan's own
 */
public record PlanChoice(
    PlanLength length,
    boolean published,
    boolean onePair,
    Optional<LoadProfile> profile,
    Optional<Duration> window,
    Optional<Duration> settling,
    Margins margins,
    long randomSeed) {
  /** Enough for the connections to open and the queues to fill: 20 times what a request takes. */
  private static final Duration SETTLING = Duration.ofMillis(100);

  /** The same for as many virtual users as the published benchmark had. */
  private static final Duration PUBLISHED_SETTLING = Duration.ofMillis(300);

  /** The published stages took 5 minutes each. */
  public static final Duration PUBLISHED_STAGE = Duration.ofSeconds(10);

  public PlanChoice {
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(settling, "settling");
    Objects.requireNonNull(margins, "margins");
    if (onePair && !published) {
      throw new IllegalArgumentException("only the published protocol has plans of one pair");
    }
  }

  /** The plan, with everything that is random drawn; rates are still shares of capacity. */
  public RunPlan draw(Design design) {
    if (published) {
      List<Stage> stages =
          Stages.ofVirtualUsers(
              List.of(50, 100, 200),
              new Stages.Timing(
                  settling.orElse(PUBLISHED_SETTLING).toNanos(),
                  window.orElse(PUBLISHED_STAGE).toNanos(),
                  1));
      List<Row> rows = Rows.published(stages, margins);
      return onePair
          ? PlanDrawer.published(rows, stages, randomSeed)
          : PlanDrawer.draw(
              length.label(), "published", design, length.looks(), rows, stages, randomSeed);
    }
    List<Stage> stages = stages();
    return PlanDrawer.draw(
            length.label(), "standard", design, length.looks(), rows(stages), stages, randomSeed)
        .withEnoughRequests();
  }

  /** Whether the rates wait for a capacity. */
  public boolean needsCapacity() {
    return !published && (profile.isEmpty() || profile.get() instanceof LoadProfile.OfCapacity);
  }

  private List<Row> rows(List<Stage> stages) {
    if (profile.isPresent() && profile.get() instanceof LoadProfile.Users) {
      return Rows.published(stages, margins);
    }
    return length == PlanLength.QUICK ? Rows.quick(stages, margins) : Rows.local(stages, margins);
  }

  private List<Stage> stages() {
    Stages.Timing timing =
        new Stages.Timing(
            settling.orElse(SETTLING).toNanos(),
            window.map(Duration::toNanos).orElse(length.windowNanos()),
            Stages.LOCAL_TURNS);
    if (profile.isEmpty()) {
      List<Double> shares = Stages.LOCAL_SHARES;
      return Stages.ofCapacity(
          length == PlanLength.QUICK ? shares.subList(shares.size() - 1, shares.size()) : shares,
          timing);
    }
    LoadProfile chosen = profile.get();
    if (chosen instanceof LoadProfile.OfCapacity shares) {
      return Stages.ofCapacity(shares.fractions(), timing);
    }
    if (chosen instanceof LoadProfile.Rates rates) {
      return Stages.ofRates(rates.ratesPerSecond(), timing);
    }
    return Stages.ofVirtualUsers(((LoadProfile.Users) chosen).virtualUsers(), timing);
  }
}
