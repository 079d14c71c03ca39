package dev.fanout.experiment;

import dev.fanout.catalog.LoadProfile;
import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.Look;
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
 * @param custom looks and rows in place of those of {@code length}
 */
public record PlanChoice(
    PlanLength length,
    boolean published,
    boolean onePair,
    Optional<LoadProfile> profile,
    Optional<Duration> window,
    Optional<Duration> settling,
    Margins margins,
    long randomSeed,
    Optional<CustomPlan> custom) {
  /** Enough for the connections to open and the queues to fill: 20 times what a request takes. */
  private static final Duration SETTLING = Duration.ofMillis(100);

  /** The same for as many virtual users as the published benchmark had. */
  private static final Duration PUBLISHED_SETTLING = Duration.ofMillis(300);

  /** The published stages took 5 minutes each. */
  public static final Duration PUBLISHED_STAGE = Duration.ofSeconds(10);

  /** What 50, 100 and 200 virtual users amounted to in the published run. */
  private static final List<Double> AZURE_RATES = List.of(400.0, 800.0, 1_600.0);

  private static final Duration AZURE_WINDOW = Duration.ofSeconds(5);
  private static final Duration AZURE_SETTLING = Duration.ofSeconds(1);

  public PlanChoice {
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(settling, "settling");
    Objects.requireNonNull(margins, "margins");
    Objects.requireNonNull(custom, "custom");
    if (onePair && !published) {
      throw new IllegalArgumentException("only the published protocol has plans of one pair");
    }
  }

  /** With looks and rows of {@code length}. */
  public PlanChoice(
      PlanLength length,
      boolean published,
      boolean onePair,
      Optional<LoadProfile> profile,
      Optional<Duration> window,
      Optional<Duration> settling,
      Margins margins,
      long randomSeed) {
    this(
        length,
        published,
        onePair,
        profile,
        window,
        settling,
        margins,
        randomSeed,
        Optional.empty());
  }

  /**
   * What a measurement on APIM judges (methodology, part 3): p50 and p95 at 400, 800 and 1,600 per
   * second, and errors, with trials as long as p95 needs at the lowest rate.
   */
  public static PlanChoice azure(PlanLength length, Margins margins, long randomSeed) {
    return new PlanChoice(
        length,
        false,
        false,
        Optional.of(new LoadProfile.Rates(AZURE_RATES)),
        Optional.of(AZURE_WINDOW),
        Optional.of(AZURE_SETTLING),
        margins,
        randomSeed,
        Optional.of(new CustomPlan("azure", length.looks(), CustomPlan.RowSet.LATENCY)));
  }

  /** The same with other looks or rows. */
  public PlanChoice with(CustomPlan other) {
    return new PlanChoice(
        length,
        published,
        onePair,
        profile,
        window,
        settling,
        margins,
        randomSeed,
        Optional.of(other));
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
          : PlanDrawer.draw(name(), "published", design, looks(), rows, stages, randomSeed);
    }
    List<Stage> stages = stages();
    return PlanDrawer.draw(name(), "standard", design, looks(), rows(stages), stages, randomSeed)
        .withEnoughRequests();
  }

  /** Whether the rates wait for a capacity. */
  public boolean needsCapacity() {
    return !published && (profile.isEmpty() || profile.get() instanceof LoadProfile.OfCapacity);
  }

  private String name() {
    return custom.map(CustomPlan::name).orElse(length.label());
  }

  private List<Look> looks() {
    return custom.map(CustomPlan::looks).orElse(length.looks());
  }

  private List<Row> rows(List<Stage> stages) {
    if (custom.isPresent() && custom.get().rows() == CustomPlan.RowSet.LATENCY) {
      return Rows.azure(stages, margins);
    }
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
