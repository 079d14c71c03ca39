package dev.fanout.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DecisionProcedureTest {
  private static final Row P50 = new Row("p50", Metric.P50, OptionalInt.of(0), 1_000);
  private static final Row CPU = new Row("cpu", Metric.CPU_PER_REQUEST, OptionalInt.of(0), 0.10);
  private static final Row ERRORS = new Row("errors", Metric.ERRORS, OptionalInt.empty(), 0.001);

  private static Decision decide(PlanLength length, int replicates, RowSeries... rows) {
    return new DecisionProcedure(Boundaries.of(length.looks(), rows.length), true)
        .decide(List.of(rows), replicates);
  }

  /** {@code mean ± spread} in turn: sd of an even number n is spread √(n ÷ (n − 1)). */
  private static double[] alternating(int n, double mean, double spread) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = mean + (i % 2 == 0 ? spread : -spread);
    }
    return values;
  }

  private static RowSeries p50(double... differences) {
    return RowSeries.of(P50, differences);
  }

  private static RowSeries errors(ErrorTally a, ErrorTally b, int n) {
    double[] d = new double[n];
    Arrays.fill(d, a.share() - b.share());
    return new RowSeries(
        ERRORS,
        d,
        Optional.of(new RowSeries.Errors(Collections.nCopies(n, a), Collections.nCopies(n, b))));
  }

  private static RowLook only(Decision decision) {
    return decision.last().orElseThrow().rows().get(0);
  }

  @Nested
  class TheIntervals {
    @Test
    void are_mean_and_boundary_times_standard_error() {
      Decision decision = decide(PlanLength.QUICK, 6, p50(alternating(6, 100, 300)));

      double error = 300 * Math.sqrt(6.0 / 5) / Math.sqrt(6);
      Interval shown = only(decision).interval().orElseThrow();
      assertThat(shown.low()).isCloseTo(100 - 2.015 * error, within(1e-9));
      assertThat(shown.high()).isCloseTo(100 + 2.015 * error, within(1e-9));
      Interval widened = only(decision).widened().orElseThrow();
      assertThat(widened.high()).isCloseTo(100 + StudentT.quantile(0.95, 5) * error, within(1e-9));
    }

    @Test
    void are_intersected_over_the_looks() {
      double[] values = new double[10];
      System.arraycopy(alternating(6, 0, 700), 0, values, 0, 6);
      System.arraycopy(alternating(4, 1_400, 700), 0, values, 6, 4);
      Decision decision = decide(PlanLength.DEFAULT, 10, p50(values));

      Interval first = decision.looks().get(0).rows().get(0).interval().orElseThrow();
      Interval second = decision.looks().get(1).rows().get(0).interval().orElseThrow();
      assertThat(second.high()).isEqualTo(first.high());
      assertThat(second.low()).isGreaterThan(first.low());
    }
  }

  @Nested
  class ARow {
    @Test
    void is_equivalent_within_the_margins() {
      assertThat(decide(PlanLength.QUICK, 6, p50(alternating(6, 0, 300))).outcome())
          .isEqualTo(Decision.Outcome.EQUIVALENT);
    }

    @Test
    void stays_equivalent_though_zero_is_excluded() {
      RowLook row = only(decide(PlanLength.QUICK, 6, p50(alternating(6, 500, 100))));

      assertThat(row.state()).isEqualTo(RowState.EQUIVALENT);
      assertThat(row.interval().orElseThrow().contains(0)).isFalse();
    }

    @Test
    void is_different_beyond_a_margin_with_its_sign() {
      assertThat(only(decide(PlanLength.QUICK, 6, p50(alternating(6, 3_000, 100)))).sign())
          .isEqualTo(1);
      assertThat(only(decide(PlanLength.QUICK, 6, p50(alternating(6, -3_000, 100)))).sign())
          .isEqualTo(-1);
    }

    @Test
    void is_open_between() {
      assertThat(decide(PlanLength.QUICK, 6, p50(alternating(6, 1_000, 300))).outcome())
          .isEqualTo(Decision.Outcome.INCONCLUSIVE);
    }

    @Test
    void that_touches_its_margin_is_open() {
      assertThat(new Interval(-999, 1_000).within(1_000)).isFalse();
      assertThat(new Interval(-999, Math.nextDown(1_000.0)).within(1_000)).isTrue();
      assertThat(new Interval(1_000, 2_000).beyond(1_000)).isZero();
      assertThat(new Interval(Math.nextUp(1_000.0), 2_000).beyond(1_000)).isEqualTo(1);
    }

    @Test
    void judges_ratios_as_logarithms() {
      RowSeries nearly = RowSeries.of(CPU, alternating(6, -Math.log(1.09), 1e-4));
      RowSeries beyond = RowSeries.of(CPU, alternating(6, -Math.log(1.11), 1e-4));

      assertThat(only(decide(PlanLength.QUICK, 6, nearly)).state()).isEqualTo(RowState.EQUIVALENT);
      assertThat(only(decide(PlanLength.QUICK, 6, beyond)).state()).isEqualTo(RowState.DIFFERENT);
    }

    @Test
    void with_a_missing_value_has_not_enough_data() {
      double[] values = alternating(6, 0, 1);
      values[3] = Double.NaN;

      assertThat(only(decide(PlanLength.QUICK, 6, p50(values))).state())
          .isEqualTo(RowState.NOT_ENOUGH_DATA);
    }

    @Test
    void without_spread_has_not_enough_data_even_far_beyond() {
      Decision decision = decide(PlanLength.QUICK, 6, p50(9e6, 9e6, 9e6, 9e6, 9e6, 9e6));

      assertThat(only(decision).state()).isEqualTo(RowState.NOT_ENOUGH_DATA);
      assertThat(decision.outcome()).isEqualTo(Decision.Outcome.INCONCLUSIVE);
    }

    @Test
    void whose_intervals_exclude_each_other_is_open() {
      double[] values = new double[16];
      System.arraycopy(alternating(6, 0, 200), 0, values, 0, 6);
      Arrays.fill(values, 6, 16, 1_500);
      values[15] = 1_501;
      RowSeries open = RowSeries.of(CPU, alternating(16, 0, 2));
      Decision decision = decide(PlanLength.DEFAULT, 16, p50(values), open);

      assertThat(decision.outcome()).isEqualTo(Decision.Outcome.INCONCLUSIVE);
      assertThat(only(decision).contradiction()).isTrue();
      assertThat(only(decision).state()).isEqualTo(RowState.OPEN);
    }
  }

  @Nested
  class Looks {
    @Test
    void stop_at_the_first_that_decides() {
      Decision decision = decide(PlanLength.FULL, 24, p50(alternating(24, 0, 10)));

      assertThat(decision.outcome()).isEqualTo(Decision.Outcome.EQUIVALENT);
      assertThat(decision.looks()).hasSize(1);
    }

    @Test
    void one_different_row_decides_for_all() {
      Decision decision =
          decide(
              PlanLength.FULL,
              24,
              p50(alternating(24, 0, 10)),
              RowSeries.of(CPU, alternating(24, 2, 0.01)));

      assertThat(decision.outcome()).isEqualTo(Decision.Outcome.DIFFERENT);
    }

    @Test
    void between_them_nothing_is_decided() {
      assertThat(decide(PlanLength.DEFAULT, 5, p50(alternating(16, 0, 10))).looks()).isEmpty();
      assertThat(decide(PlanLength.DEFAULT, 9, p50(alternating(16, 1_000, 300))))
          .satisfies(d -> assertThat(d.outcome()).isEqualTo(Decision.Outcome.UNDECIDED))
          .satisfies(d -> assertThat(d.looks()).hasSize(1));
    }

    @Test
    void with_coarse_rows_only_are_never_equivalent() {
      DecisionProcedure coarse =
          new DecisionProcedure(Boundaries.of(PlanLength.QUICK.looks(), 1), false);

      assertThat(coarse.decide(List.of(p50(alternating(6, 0, 10))), 6).outcome())
          .isEqualTo(Decision.Outcome.INCONCLUSIVE);
      assertThat(coarse.decide(List.of(p50(alternating(6, 9_000, 10))), 6).outcome())
          .isEqualTo(Decision.Outcome.DIFFERENT);
    }
  }

  @Nested
  class Errors {
    private final ErrorTally clean = new ErrorTally(10_000, 0, 0, 20e9, 1e9);

    @Test
    void none_among_many_are_equivalent() {
      Decision decision = decide(PlanLength.DEFAULT, 16, errors(clean, clean, 16));

      assertThat(decision.outcome()).isEqualTo(Decision.Outcome.EQUIVALENT);
    }

    /** U = 1 − π^(1 ÷ ⌊N ÷ c⌋) with c = 20 in flight. */
    @Test
    void the_bound_counts_bursts_as_large_as_what_is_in_flight() {
      Decision decision = decide(PlanLength.QUICK, 6, errors(clean, clean, 6));

      double bound = 1 - Math.pow(0.05, 1 / Math.floor(60_000 / 20.0));
      assertThat(only(decision).interval().orElseThrow().high()).isCloseTo(bound, within(1e-12));
      assertThat(only(decision).interval().orElseThrow().low()).isCloseTo(-bound, within(1e-12));
    }

    @Test
    void bursts_larger_than_that_count_as_large_as_they_are() {
      ErrorTally burst = new ErrorTally(10_000, 500, 2, 20e9, 1e9);

      assertThat(burst.burst()).isEqualTo(250);
      assertThat(clean.burst()).isEqualTo(20);
      assertThat(new ErrorTally(10, 0, 0, 0, 1e9).burst()).isEqualTo(1);
    }

    @Test
    void too_few_requests_leave_the_row_open() {
      ErrorTally few = new ErrorTally(100, 0, 0, 20e9, 1e9);

      assertThat(only(decide(PlanLength.QUICK, 6, errors(few, few, 6))).state())
          .isEqualTo(RowState.OPEN);
    }

    @Test
    void without_spread_are_never_different() {
      ErrorTally broken = new ErrorTally(10_000, 5_000, 3, 20e9, 1e9);

      assertThat(only(decide(PlanLength.QUICK, 6, errors(broken, clean, 6))).state())
          .isEqualTo(RowState.OPEN);
    }

    @Test
    void with_spread_are_different_beyond_the_margin() {
      double[] d = alternating(6, 0.05, 0.001);
      ErrorTally broken = new ErrorTally(10_000, 500, 3, 20e9, 1e9);
      RowSeries series =
          new RowSeries(
              ERRORS,
              d,
              Optional.of(
                  new RowSeries.Errors(
                      Collections.nCopies(6, broken), Collections.nCopies(6, clean))));

      assertThat(only(decide(PlanLength.QUICK, 6, series)).state()).isEqualTo(RowState.DIFFERENT);
    }
  }

  @Nested
  class ReplicatesNeeded {
    /** 2 + ⌈(1.645 + 0.84)² · 0.25 ÷ 0.36⌉ = 2 + ⌈4.288⌉. */
    @Test
    void within_the_margin() {
      assertThat(Needed.of(0.4, 0.5, 1, 8).replicates()).hasValue(7);
    }

    @Test
    void beyond_the_margin_takes_the_quantile_over_all_rows() {
      double z = StudentT.normalQuantile(1 - 0.05 / 8);
      double needed = 2 + Math.ceil(Math.pow((z + 0.84) * 0.5 / 0.6, 2));

      assertThat(Needed.of(1.6, 0.5, 1, 8).replicates()).hasValue((int) needed);
    }

    @Test
    void above_200_it_is_not_at_this_spread() {
      assertThat(Needed.of(0.99, 0.5, 1, 8).text()).isEqualTo("not at this spread");
      assertThat(Needed.of(1, 0.5, 1, 8).replicates()).isEmpty();
    }
  }
}
