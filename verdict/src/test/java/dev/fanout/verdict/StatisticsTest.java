package dev.fanout.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fanout.measurements.run.Look;
import dev.fanout.verdict.simulation.SequentialBoundaries;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Nested
  class StudentsT {
    /** Quantiles from the printed tables of the t distribution. */
    @Test
    void is_that_of_the_tables() {
      assertThat(StudentT.quantile(0.95, 5)).isCloseTo(2.015, within(5e-4));
      assertThat(StudentT.quantile(0.975, 10)).isCloseTo(2.228, within(5e-4));
      assertThat(StudentT.quantile(0.995, 1)).isCloseTo(63.657, within(5e-3));
      assertThat(StudentT.normalQuantile(0.95)).isCloseTo(1.645, within(5e-4));
    }

    @Test
    void needs_a_degree_of_freedom() {
      assertThatIllegalArgumentException().isThrownBy(() -> StudentT.quantile(0.95, 0));
    }
  }

  @Nested
  class ClopperPearsonBounds {
    @Test
    void without_an_event_it_is_the_rule_of_three() {
      assertThat(ClopperPearson.upper(0, 1_000, 0.05)).isCloseTo(0.003, within(1e-5));
    }

    /** (1 - U)^N = alpha, so N = ln alpha / ln(1 - U). */
    @Test
    void the_last_look_of_the_default_plan_needs_3489_requests_without_an_error() {
      double alpha = Boundaries.spend(6, 10, 16).get(2).alpha();

      assertThat(ClopperPearson.upper(0, 3_489, alpha)).isCloseTo(0.001, within(5e-7));
      assertThat(ClopperPearson.upper(0, 3_490, alpha)).isLessThan(0.001);
    }

    /** At the bound, so few events have exactly the probability alpha. */
    @Test
    void with_events_it_inverts_the_binomial_sum() {
      double upper = ClopperPearson.upper(2, 20, 0.05);
      double q = 1 - upper;
      double atMostTwo =
          Math.pow(q, 20) + 20 * upper * Math.pow(q, 19) + 190 * upper * upper * Math.pow(q, 18);

      assertThat(atMostTwo).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void nothing_is_known_without_trials() {
      assertThat(ClopperPearson.upper(0, 0, 0.05)).isEqualTo(1);
      assertThat(ClopperPearson.upper(5, 5, 0.05)).isEqualTo(1);
    }
  }

  @Nested
  class Samples {
    @Test
    void mean_and_deviation() {
      Sample sample = Sample.of(new double[] {2, 4, 4, 6, 99}, 4);

      assertThat(sample.mean()).hasValue(4);
      assertThat(sample.standardDeviation().orElseThrow())
          .isCloseTo(Math.sqrt((4 + 0 + 0 + 4) / 3.0), within(1e-12));
    }

    @Test
    void one_value_has_no_deviation_and_none_no_mean() {
      assertThat(Sample.of(new double[] {2}, 1).standardDeviation()).isEmpty();
      assertThat(Sample.of(new double[] {}, 0).mean()).isEmpty();
    }

    /** 0.1 three times sums to 0.30000000000000004: a naive deviation would not be 0. */
    @Test
    void equal_values_have_exactly_no_deviation() {
      Sample sample = Sample.of(new double[] {0.1, 0.1, 0.1}, 3);

      assertThat(sample.mean()).hasValue(0.1);
      assertThat(sample.standardDeviation()).hasValue(0);
    }
  }

  /** The table of the methodology, part 4. */
  @Nested
  class BoundariesOfThePlans {
    @Test
    void alpha_is_spent_by_the_square_of_n() {
      assertAlphas(PlanLength.QUICK, 0.05);
      assertAlphas(PlanLength.DEFAULT, 0.007031, 0.0125, 0.030469);
      assertAlphas(PlanLength.FULL, 0.003125, 0.005556, 0.013542, 0.027778);
    }

    private void assertAlphas(PlanLength length, double... alphas) {
      double sum = 0;
      for (int k = 0; k < alphas.length; k++) {
        double alpha = length.looks().get(k).alpha();
        assertThat(alpha).isCloseTo(alphas[k], within(5e-7));
        sum += alpha;
      }
      assertThat(sum).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void different_is_the_t_quantile_over_all_rows() {
      assertDifferent(PlanLength.QUICK, 4, 3.163);
      assertDifferent(PlanLength.DEFAULT, 8, 6.066, 3.997, 3.080);
      assertDifferent(PlanLength.FULL, 8, 7.247, 4.549, 3.476, 2.965);
    }

    private void assertDifferent(PlanLength length, int rows, double... expected) {
      Boundaries boundaries = Boundaries.of(length.looks(), rows);
      for (int k = 0; k < expected.length; k++) {
        assertThat(boundaries.different(k)).isCloseTo(expected[k], within(6e-4));
      }
    }

    @Test
    void equivalent_is_the_t_quantile_at_the_first_look_and_less_later() {
      for (PlanLength length : PlanLength.values()) {
        Boundaries boundaries = Boundaries.of(length.looks(), 8);
        for (int k = 0; k < length.looks().size(); k++) {
          Look look = length.looks().get(k);
          double plain = StudentT.quantile(1 - look.alpha(), look.replicates() - 1);
          if (k == 0) {
            assertThat(boundaries.equivalent(k)).isCloseTo(plain, within(6e-4));
          } else {
            assertThat(boundaries.equivalent(k)).isLessThan(plain);
          }
        }
      }
    }

    /** Found again by simulated experiments: three standard errors of the last digits. */
    @Test
    void equivalent_is_what_experiments_give() {
      for (PlanLength length : PlanLength.values()) {
        List<Look> looks = length.looks();
        int[] replicates = looks.stream().mapToInt(Look::replicates).toArray();
        double[] alphas = looks.stream().mapToDouble(Look::alpha).toArray();
        double[] found = SequentialBoundaries.find(replicates, alphas, 200_000, 1);
        for (int k = 0; k < found.length; k++) {
          assertThat(Boundaries.of(looks, 8).equivalent(k))
              .as(length.label() + " at n = " + replicates[k])
              .isCloseTo(found[k], within(4.5 / Math.sqrt(200_000 * alphas[k])));
        }
      }
    }

    @Test
    void another_schedule_takes_the_t_quantile() {
      List<Look> looks = Boundaries.spend(8, 12);
      Boundaries boundaries = Boundaries.of(looks, 3);

      assertThat(looks.get(0).alpha()).isCloseTo(0.05 * 64 / 144, within(1e-12));
      assertThat(boundaries.equivalent(1))
          .isEqualTo(StudentT.quantile(1 - looks.get(1).alpha(), 11));
    }

    @Test
    void the_same_looks_with_other_alphas_are_another_schedule() {
      List<Look> looks = List.of(new Look(6, 0.01), new Look(10, 0.01), new Look(16, 0.03));

      assertThat(Boundaries.of(looks, 8).equivalent(1)).isEqualTo(StudentT.quantile(0.99, 9));
    }
  }
}
