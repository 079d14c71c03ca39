package dev.fanout.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fanout.measurements.run.Metric;
import dev.fanout.measurements.run.Run;
import dev.fanout.verdict.simulation.SyntheticRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Archives from synthetic runs: their spread is known, and nothing leans to a side. */
class ArchiveTest {
  private static Run run(long seed, double spread) {
    return SyntheticRun.of(PlanLength.FULL, seed).spread(spread).replicates(24);
  }

  private static final Archive ARCHIVE = Archive.of(List.of(run(1, 0.5), run(2, 0.5)));

  @Test
  void takes_all_valid_replicates_of_its_runs() {
    assertThat(ARCHIVE.replicates()).isEqualTo(48);
    assertThat(ARCHIVE.figures()).hasSize(8);
    assertThat(ARCHIVE.spreadsInMargins()).hasSize(7).allMatch(s -> s > 0.3 && s < 0.7);
  }

  @Test
  void refuses_runs_with_other_rows() {
    Run quick = SyntheticRun.of(PlanLength.QUICK, 1).replicates(6);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Archive.of(List.of(run(1, 0.5), quick)))
        .withMessageContaining("different rows");
  }

  @Nested
  class Figures {
    @Test
    void of_t_is_mean_over_standard_error() {
      Archive.Figures p50 = ARCHIVE.figures().get(0);

      double error = p50.sample().standardDeviation().orElseThrow() / Math.sqrt(48);
      assertThat(p50.t().orElseThrow())
          .isCloseTo(p50.sample().mean().orElseThrow() / error, within(1e-9));
      assertThat(Math.abs(p50.t().orElseThrow())).isLessThan(3.4);
      assertThat(Math.abs(p50.lagOne().orElseThrow())).isLessThan(0.46);
    }

    @Test
    void of_errors_without_an_error_have_no_t() {
      Archive.Figures errors = ARCHIVE.figures().get(7);

      assertThat(errors.row().metric()).isEqualTo(Metric.ERRORS);
      assertThat(errors.t()).isEmpty();
    }
  }

  @Nested
  class Regrouped {
    private double equivalent(Optional<Integer> shifted) {
      return ARCHIVE.regrouped(PlanLength.DEFAULT.looks(), shifted, 500, 7);
    }

    @Test
    void a_narrow_archive_is_equivalent() {
      assertThat(equivalent(Optional.empty())).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void a_row_shifted_to_its_margin_is_not() {
      for (int row = 0; row < 7; row++) {
        assertThat(equivalent(Optional.of(row))).as("row " + row).isLessThanOrEqualTo(0.12);
      }
    }

    @Test
    void needs_as_many_replicates_as_the_plan() {
      Archive small = Archive.of(List.of(SyntheticRun.of(PlanLength.QUICK, 1).replicates(4)));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> small.regrouped(PlanLength.QUICK.looks(), Optional.empty(), 10, 1));
    }
  }

  @Nested
  class ThePowerOfAPlan {
    @Test
    void falls_with_the_spread_and_rises_with_the_looks() {
      double quick = Power.equivalent(PlanLength.QUICK.looks(), List.of(0.7), 4);
      double full = Power.equivalent(PlanLength.FULL.looks(), List.of(0.7), 4);

      assertThat(quick).isLessThan(full);
      assertThat(Power.equivalent(PlanLength.QUICK.looks(), List.of(0.3), 4)).isGreaterThan(0.99);
    }

    @Test
    void says_how_many_spreads_a_margin_must_be() {
      double quick = Power.resolvableSpreads(PlanLength.QUICK.looks(), 4);
      double full = Power.resolvableSpreads(PlanLength.FULL.looks(), 8);

      assertThat(full).isLessThan(quick);
      assertThat(Power.equivalent(PlanLength.QUICK.looks(), List.of(1 / quick), 4))
          .isCloseTo(0.8, within(0.02));
    }
  }
}
