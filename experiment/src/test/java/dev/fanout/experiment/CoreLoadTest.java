package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoreLoadTest {
  private static final CoreLoad BEFORE =
      CoreLoad.parse(
          """
          cpu  0 0 0 0 0 0 0 0 0 0
          cpu0 100 0 100 800 0 0 0 0 0 0
          cpu1 0 0 0 1000 0 0 0 0 0 0
          intr 1 2 3
          """);
  // core 0: 60 of 100 ticks busy, core 1: 25 of 100
  private static final CoreLoad AFTER =
      CoreLoad.parse(
          """
          cpu0 140 0 120 830 10 0 0 0 40 0
          cpu1 10 5 5 1075 0 0 5 0 0 0
          """);

  @Test
  void the_share_is_busy_time_by_all_time() {
    assertThat(AFTER.shareSince(BEFORE, 0)).hasValue(0.60);
    assertThat(AFTER.shareSince(BEFORE, 1)).hasValue(0.25);
  }

  @Test
  void the_busiest_core_is_the_largest_share() {
    assertThat(AFTER.busiestSince(BEFORE)).hasValue(0.60);
  }

  @Test
  void an_unknown_core_has_no_share() {
    assertThat(AFTER.shareSince(BEFORE, 7)).isEmpty();
  }
}
