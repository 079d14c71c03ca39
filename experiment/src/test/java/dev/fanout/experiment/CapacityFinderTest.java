package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fanout.experiment.CapacityFinder.Capacity;
import dev.fanout.experiment.CapacityFinder.Observation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CapacityFinderTest {
  private static final int MOST_PROBES = 8;

  /**
   * A machine whose busiest core spends {@code micros} per request and keeps up until it is full.
   */
  private static Observation machine(double ratePerSecond, double micros) {
    double share = ratePerSecond * micros / 1e6;
    return new Observation(ratePerSecond, Math.min(share, 1), share < 0.97);
  }

  private static Capacity find(double first, CapacityFinder.Probe probe) throws Exception {
    return new CapacityFinder(MOST_PROBES, 1).find(first, probe);
  }

  @Test
  void finds_the_rate_at_which_the_core_is_85_percent_busy() throws Exception {
    Capacity capacity = find(1_000, rate -> machine(rate, 50));
    assertThat(capacity.ratePerSecond()).isCloseTo(0.85 / 50e-6, within(0.001 / 50e-6));
  }

  @Test
  void never_steps_up_by_more_than_four_times() throws Exception {
    Capacity capacity = find(100, rate -> machine(rate, 50));
    assertThat(capacity.probes())
        .extracting(Observation::ratePerSecond)
        .startsWith(100.0, 400.0, 1_600.0, 6_400.0);
  }

  @Nested
  class WhenTheTopStageIsBelowCapacity {
    @Test
    void probes_where_the_run_will_measure() throws Exception {
      Capacity capacity =
          new CapacityFinder(MOST_PROBES, 0.6).find(1_000, rate -> machine(rate, 50));
      assertThat(capacity.ratePerSecond() * 0.6).isCloseTo(0.51 / 50e-6, within(1.0));
      assertThat(capacity.probes())
          .allSatisfy(probe -> assertThat(probe.busiestShare()).isLessThan(0.6));
    }

    @Test
    void its_stage_is_51_percent_busy_although_requests_cost_more_there() throws Exception {
      Capacity capacity =
          new CapacityFinder(MOST_PROBES, 0.6)
              .find(1_000, rate -> machine(rate, 80 - rate / 1_000));
      double top = capacity.ratePerSecond() * 0.6;
      assertThat(machine(top, 80 - top / 1_000).busiestShare()).isCloseTo(0.51, within(0.02));
    }
  }

  @Nested
  class WhenTheFirstRateIsTooHigh {
    @Test
    void comes_down_to_the_capacity() throws Exception {
      Capacity capacity = find(100_000, rate -> machine(rate, 50));
      assertThat(capacity.ratePerSecond()).isCloseTo(17_000, within(900.0));
    }
  }

  @Nested
  class WhenSomethingElseGivesInFirst {
    @Test
    void stays_below_the_rate_that_was_not_reached() throws Exception {
      Capacity capacity = find(1_000, rate -> new Observation(rate, rate * 80e-6, rate < 9_000));
      assertThat(capacity.ratePerSecond()).isBetween(7_000.0, 11_000.0);
      assertThat(capacity.probes().size()).isLessThanOrEqualTo(MOST_PROBES);
    }
  }

  @Nested
  class WhenOtherWorkDisturbsProbes {
    @Test
    void their_lateness_is_no_limit() throws Exception {
      List<Double> tried = new ArrayList<>();
      Capacity capacity =
          find(
              2_000,
              rate -> {
                tried.add(rate);
                boolean disturbed = tried.size() <= 2;
                Observation quiet = machine(rate, 50);
                return new Observation(rate, quiet.busiestShare(), quiet.keptUp() && !disturbed);
              });
      assertThat(tried).startsWith(2_000.0, 8_000.0, 17_000.0);
      assertThat(capacity.ratePerSecond()).isCloseTo(17_000, within(20.0));
      assertThat(capacity.disturbed()).isEqualTo(2);
    }
  }

  @Nested
  class WhenNothingIsEverReached {
    @Test
    void ends_after_the_allowed_probes() throws Exception {
      Capacity capacity = find(1_000, rate -> new Observation(rate, 1, false));
      assertThat(capacity.probes()).hasSize(MOST_PROBES);
      assertThat(capacity.ratePerSecond()).isEqualTo(1_000 / Math.pow(2, MOST_PROBES));
    }
  }
}
