package dev.fanout.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.verdict.simulation.ErrorSimulation;
import dev.fanout.verdict.simulation.JudgeSimulation;
import dev.fanout.verdict.simulation.JudgeSimulation.Tally;
import dev.fanout.verdict.simulation.Scenario;
import dev.fanout.verdict.simulation.Scenario.Means;
import dev.fanout.verdict.simulation.Scenario.Noise;
import dev.fanout.verdict.simulation.Scenario.Trend;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The judge on 1,000 experiments a case, fixed seed; {@code verification/proof judge} plays 10,000.
 * Limits at which a judge with the promised rate fails by chance in 1 of 1,000: 73 for a rate of
 * 0.05, 870 for a coverage of 0.90.
 */
class JudgeProofTest {
  private static final int EXPERIMENTS = 1_000;
  private static final long SEED = 20_261_124L;

  private static Tally play(Scenario scenario) {
    return JudgeSimulation.run(scenario, EXPERIMENTS, SEED);
  }

  private static Tally play(PlanLength length, double spread, Means means) {
    return play(Scenario.normal(length, spread, means));
  }

  private static int equivalent(PlanLength length, double spread, Means means) {
    return play(length, spread, means).decided(Decision.Outcome.EQUIVALENT);
  }

  private static int different(PlanLength length, double spread, Means means) {
    return play(length, spread, means).decided(Decision.Outcome.DIFFERENT);
  }

  @Nested
  class WhenTheTruthIsAtTheMargin {
    @ParameterizedTest
    @EnumSource(PlanLength.class)
    void equivalent_is_said_wrongly_in_at_most_73(PlanLength length) {
      assertThat(equivalent(length, 0.5, Means.ONE_AT_MARGIN)).as("expected: 50").isBetween(25, 73);
    }

    @ParameterizedTest
    @EnumSource(PlanLength.class)
    void different_is_said_wrongly_in_at_most_73(PlanLength length) {
      assertThat(different(length, 0.5, Means.ALL_AT_MARGIN))
          .as("expected: 42 to 49")
          .isBetween(20, 73);
    }

    @Test
    void plain_intervals_at_every_look_would_be_wrong_far_more_often() {
      Random random = new Random(SEED);
      int wrong = 0;
      for (int i = 0; i < EXPERIMENTS; i++) {
        double[] d = new double[24];
        Arrays.setAll(d, r -> 1 + 0.2 * random.nextGaussian());
        wrong += plainlyWithin(d, 1) ? 1 : 0;
      }

      assertThat(wrong).as("methodology: 0.12").isBetween(90, 150);
    }

    private boolean plainlyWithin(double[] differences, double margin) {
      for (int n : new int[] {6, 10, 16, 24}) {
        Sample sample = Sample.of(differences, n);
        double half =
            StudentT.quantile(0.95, n - 1)
                * sample.standardDeviation().orElseThrow()
                / Math.sqrt(n);
        if (Interval.around(sample.mean().orElseThrow(), half).within(margin)) {
          return true;
        }
      }
      return false;
    }
  }

  @Nested
  class TheIntervalShown {
    @ParameterizedTest
    @EnumSource(PlanLength.class)
    void covers_the_truth_in_at_least_870(PlanLength length) {
      for (Means means : new Means[] {Means.ALL_AT_ZERO, Means.ALL_AT_HALF, Means.ONE_AT_MARGIN}) {
        assertThat(play(length, 0.7, means).covered()).as(means.text()).isGreaterThanOrEqualTo(870);
      }
    }
  }

  /** Expected rates from the table of the methodology, part 4; three standard errors allowed. */
  @Nested
  class Power {
    @Test
    void full_plan_at_zero() {
      assertThat(equivalent(PlanLength.FULL, 0.7, Means.ALL_AT_ZERO)).isGreaterThanOrEqualTo(990);
    }

    @Test
    void full_plan_with_one_row_at_half_its_margin() {
      assertThat(equivalent(PlanLength.FULL, 0.7, Means.ONE_AT_HALF))
          .as("0.944 - 3.1 x 0.0073")
          .isGreaterThanOrEqualTo(921);
    }

    @Test
    void default_plan_at_zero() {
      assertThat(equivalent(PlanLength.DEFAULT, 0.5, Means.ALL_AT_ZERO))
          .isGreaterThanOrEqualTo(990);
      assertThat(equivalent(PlanLength.DEFAULT, 0.7, Means.ALL_AT_ZERO))
          .isGreaterThanOrEqualTo(985);
      assertThat(equivalent(PlanLength.DEFAULT, 0.9, Means.ALL_AT_ZERO)).isBetween(880, 940);
    }

    @Test
    void quick_plan_at_zero() {
      assertThat(equivalent(PlanLength.QUICK, 0.5, Means.ALL_AT_ZERO)).isBetween(925, 975);
      assertThat(equivalent(PlanLength.QUICK, 0.9, Means.ALL_AT_ZERO)).isBetween(70, 130);
    }

    @Test
    void a_row_at_twice_its_margin_is_different() {
      assertThat(different(PlanLength.DEFAULT, 0.7, Means.ONE_AT_TWICE))
          .isGreaterThanOrEqualTo(970);
      assertThat(different(PlanLength.FULL, 0.7, Means.ONE_AT_TWICE)).isGreaterThanOrEqualTo(990);
      assertThat(different(PlanLength.QUICK, 0.7, Means.ONE_AT_TWICE)).isBetween(590, 690);
    }

    /** What a plan is checked against before a run is what the simulated judge does. */
    @Test
    void is_foretold_from_the_spreads() {
      double foretold =
          dev.fanout.verdict.Power.equivalent(
              PlanLength.DEFAULT.looks(), Collections.nCopies(8, 0.9), 8);

      assertThat(foretold).as("methodology: 0.91").isBetween(0.88, 0.94);
    }
  }

  /** Order, drift and looks that exclude each other; WITHHELD counts against power. */
  @Nested
  class AuditsOfChance {
    /** 5 expected at most; more than 13 come by chance in 1 of 1,000. */
    @ParameterizedTest
    @EnumSource(PlanLength.class)
    void leave_sound_experiments_alone(PlanLength length) {
      assertThat(play(length, 0.7, Means.ALL_AT_ZERO).withheld()).isLessThanOrEqualTo(13);
    }

    @Test
    void take_little_of_the_power() {
      Tally atZero = play(PlanLength.FULL, 0.7, Means.ALL_AT_ZERO);
      Tally atHalf = play(PlanLength.FULL, 0.7, Means.ONE_AT_HALF);

      assertThat(atZero.verdicts(Decision.Outcome.EQUIVALENT)).isGreaterThanOrEqualTo(980);
      assertThat(atHalf.verdicts(Decision.Outcome.EQUIVALENT)).isGreaterThanOrEqualTo(914);
    }

    @Test
    void see_what_shifts_every_row() {
      Scenario sound = Scenario.normal(PlanLength.DEFAULT, 0.6, Means.ALL_AT_ZERO);

      assertThat(play(sound.with(Trend.ORDER, 2)).withheld()).isGreaterThan(900);
      assertThat(play(sound.with(Trend.DRIFT, 4)).withheld()).isGreaterThan(900);
    }
  }

  /**
   * Printed in the documentation: where normal, independent differences are assumed and are not.
   */
  @Nested
  class WhereTheAssumptionsEnd {
    private final Scenario atMargin = Scenario.normal(PlanLength.DEFAULT, 0.5, Means.ONE_AT_MARGIN);

    private int wrong(Noise noise, double size) {
      return play(atMargin.with(noise, size)).decided(Decision.Outcome.EQUIVALENT);
    }

    @Test
    void heavy_tails_do_no_harm() {
      assertThat(wrong(Noise.HEAVY, 1)).as("methodology: at most .05").isLessThanOrEqualTo(73);
    }

    @Test
    void correlation_and_skewness_do() {
      assertThat(wrong(Noise.CORRELATED, 0.2)).as("methodology: .10").isBetween(65, 140);
      assertThat(wrong(Noise.SKEWED, 1)).as("methodology: .10").isBetween(65, 140);
      assertThat(wrong(Noise.SKEWED, 2)).as("methodology: .16").isBetween(115, 210);
    }
  }

  @Nested
  class ABackendThatIsStillScalingOut {
    @ParameterizedTest
    @ValueSource(doubles = {5, 20, 100})
    void never_makes_a_difference_and_fools_the_published_design(double margins) {
      Tally tally =
          play(
              Scenario.normal(PlanLength.DEFAULT, 0.5, Means.ALL_AT_ZERO)
                  .with(Trend.RAMP, margins));

      assertThat(tally.decided(Decision.Outcome.DIFFERENT)).isZero();
      if (margins >= 20) {
        assertThat(tally.naiveSatisfied()).as("published design says the same").isZero();
      }
    }
  }

  @Nested
  class Errors {
    @Test
    void bursts_of_what_is_in_flight_are_not_called_equivalent_at_the_margin() {
      assertThat(ErrorSimulation.wrongEquivalents(20, 20, EXPERIMENTS, SEED))
          .as("methodology: at most 0.03")
          .isLessThanOrEqualTo(45);
    }

    @Test
    void counting_each_failure_as_its_own_event_would_be() {
      double pretendIndependent = 16.0 * 20_000;
      long failures = Math.round(pretendIndependent * 0.0008);

      assertThat(ClopperPearson.upper(failures, (long) pretendIndependent, 0.03))
          .as("0.8 of the margin, bursts ignored")
          .isLessThan(0.001);
      ErrorTally bursts = new ErrorTally(320_000, failures, 13, 20 * 4e9, 4e9);
      assertThat(bursts.upperBound(0.03)).as("the same failures in 13 bursts").isGreaterThan(0.001);
    }
  }
}
