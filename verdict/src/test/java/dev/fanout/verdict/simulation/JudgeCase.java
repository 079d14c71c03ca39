package dev.fanout.verdict.simulation;

import dev.fanout.verdict.Decision;
import dev.fanout.verdict.PlanLength;
import dev.fanout.verdict.simulation.JudgeSimulation.Tally;
import dev.fanout.verdict.simulation.Scenario.Means;
import dev.fanout.verdict.simulation.Scenario.Noise;
import dev.fanout.verdict.simulation.Scenario.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A scenario with what is counted in it and, where the product promises something, the limit.
 *
 * @param topic under which the documentation shows it
 * @param counted what of the tally
 * @param kind which side of the limit is promised; NONE: a rate that is only printed
 * @param limit of 10,000
 */
public record JudgeCase(String topic, Scenario scenario, Counted counted, Limit kind, int limit) {
  /** What is counted. */
  public enum Counted {
    SAYS_EQUIVALENT("says EQUIVALENT", t -> t.decided(Decision.Outcome.EQUIVALENT)),
    SAYS_DIFFERENT("says DIFFERENT", t -> t.decided(Decision.Outcome.DIFFERENT)),
    COVERS("interval covers the truth", Tally::covered),
    EQUIVALENT("EQUIVALENT", t -> t.verdicts(Decision.Outcome.EQUIVALENT)),
    DIFFERENT("DIFFERENT", t -> t.verdicts(Decision.Outcome.DIFFERENT)),
    WITHHELD("WITHHELD", Tally::withheld);

    private final String text;
    private final ToIntFunction<Tally> count;

    Counted(String text, ToIntFunction<Tally> count) {
      this.text = text;
      this.count = count;
    }

    public String text() {
      return text;
    }

    public int of(Tally tally) {
      return count.applyAsInt(tally);
    }
  }

  /** Which side of the limit is promised. */
  public enum Limit {
    AT_MOST,
    AT_LEAST,
    NONE
  }

  /** Limits at which a judge with the promised rate fails by chance in 1 of 1,000 proofs. */
  private static final int ERRORS_AT_MOST = 569;

  private static final int COVERAGE_AT_LEAST = 8_906;
  private static final List<Double> SPREADS =
      List.of(0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2);

  /** Whether a count keeps the promise. */
  public boolean keeps(int count) {
    return switch (kind) {
      case AT_MOST -> count <= limit;
      case AT_LEAST -> count >= limit;
      case NONE -> true;
    };
  }

  /** All that {@code verification/proof judge} plays, in order. */
  public static List<JudgeCase> all() {
    List<JudgeCase> cases = new ArrayList<>();
    for (PlanLength plan : PlanLength.values()) {
      addPromises(plan, cases);
    }
    for (PlanLength plan : PlanLength.values()) {
      for (double spread : SPREADS) {
        addPower(plan, spread, cases);
      }
    }
    addLimits(cases);
    return List.copyOf(cases);
  }

  private static void addPromises(PlanLength plan, List<JudgeCase> cases) {
    cases.add(
        new JudgeCase(
            "errors",
            Scenario.normal(plan, 0.5, Means.ONE_AT_MARGIN),
            Counted.SAYS_EQUIVALENT,
            Limit.AT_MOST,
            ERRORS_AT_MOST));
    cases.add(
        new JudgeCase(
            "errors",
            Scenario.normal(plan, 0.5, Means.ALL_AT_MARGIN),
            Counted.SAYS_DIFFERENT,
            Limit.AT_MOST,
            ERRORS_AT_MOST));
    for (Means means : List.of(Means.ALL_AT_ZERO, Means.ALL_AT_HALF, Means.ALL_AT_MARGIN)) {
      cases.add(
          new JudgeCase(
              "coverage",
              Scenario.normal(plan, 0.7, means),
              Counted.COVERS,
              Limit.AT_LEAST,
              COVERAGE_AT_LEAST));
    }
    cases.add(
        new JudgeCase(
            "audits",
            Scenario.normal(plan, 0.7, Means.ALL_AT_ZERO),
            Counted.WITHHELD,
            Limit.AT_MOST,
            50));
  }

  private static void addPower(PlanLength plan, double spread, List<JudgeCase> cases) {
    boolean promised = plan == PlanLength.FULL && spread == 0.7;
    cases.add(
        new JudgeCase(
            "power",
            Scenario.normal(plan, spread, Means.ALL_AT_ZERO),
            Counted.EQUIVALENT,
            promised ? Limit.AT_LEAST : Limit.NONE,
            promised ? 9_900 : 0));
    cases.add(
        new JudgeCase(
            "power",
            Scenario.normal(plan, spread, Means.ONE_AT_HALF),
            Counted.EQUIVALENT,
            promised ? Limit.AT_LEAST : Limit.NONE,
            promised ? 9_372 : 0));
    cases.add(
        new JudgeCase(
            "power",
            Scenario.normal(plan, spread, Means.ONE_AT_TWICE),
            Counted.DIFFERENT,
            Limit.NONE,
            0));
  }

  private static void addLimits(List<JudgeCase> cases) {
    Scenario atMargin = Scenario.normal(PlanLength.DEFAULT, 0.5, Means.ONE_AT_MARGIN);
    for (double rho : List.of(0.1, 0.2, 0.3)) {
      printed("limits", atMargin.with(Noise.CORRELATED, rho), Counted.SAYS_EQUIVALENT, cases);
    }
    for (double skewness : List.of(1.0, 2.0)) {
      printed("limits", atMargin.with(Noise.SKEWED, skewness), Counted.SAYS_EQUIVALENT, cases);
    }
    printed("limits", atMargin.with(Noise.HEAVY, 1), Counted.SAYS_EQUIVALENT, cases);
    Scenario clean = Scenario.normal(PlanLength.DEFAULT, 0.6, Means.ALL_AT_ZERO);
    for (double size : List.of(0.5, 1.0, 2.0)) {
      printed("audits", clean.with(Trend.ORDER, size), Counted.WITHHELD, cases);
    }
    for (double size : List.of(1.0, 2.0, 4.0)) {
      printed("audits", clean.with(Trend.DRIFT, size), Counted.WITHHELD, cases);
    }
    for (PlanLength plan : PlanLength.values()) {
      for (double size : List.of(5.0, 20.0, 100.0)) {
        cases.add(
            new JudgeCase(
                "ramp",
                Scenario.normal(plan, 0.5, Means.ALL_AT_ZERO).with(Trend.RAMP, size),
                Counted.SAYS_DIFFERENT,
                Limit.AT_MOST,
                0));
      }
    }
  }

  private static void printed(
      String topic, Scenario scenario, Counted counted, List<JudgeCase> cases) {
    cases.add(new JudgeCase(topic, scenario, counted, Limit.NONE, 0));
  }
}
