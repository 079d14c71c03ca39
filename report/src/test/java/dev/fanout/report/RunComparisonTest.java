package dev.fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunComparisonTest {
  private static RunComparison of(String one, String two) {
    return new RunComparison(Fixtures.verdict(one), Fixtures.verdict(two));
  }

  @Test
  void agrees_with_itself_and_then_lists_no_condition() {
    RunComparison same = of("equivalent", "equivalent");

    assertThat(same.agree()).isTrue();
    assertThat(same.text())
        .startsWith("Both runs say the same.\n")
        .doesNotContain("What was not the same")
        .contains("overlap");
  }

  @Test
  void shows_both_verdicts_with_their_scope_and_the_row_that_is_apart() {
    RunComparison other = of("equivalent", "different-p95");

    assertThat(other.agree()).isFalse();
    assertThat(other.text())
        .contains("run 1: EQUIVALENT, local model")
        .contains("run 2: DIFFERENT, local model")
        .containsPattern("p95 at 60%.*apart +equivalent, local model +different, local model");
    assertThat(other.markdown()).startsWith("# The runs do not say the same\n");
  }

  @Test
  void lists_what_was_not_the_same() {
    assertThat(of("equivalent", "equivalent-default").text())
        .contains("What was not the same")
        .containsPattern("plan +quick, protocol standard +default, protocol standard");
  }

  @Test
  void keeps_rows_that_only_one_run_has() {
    assertThat(of("equivalent", "equivalent-default").text()).contains("p95 at 10%");
    assertThat(of("equivalent-default", "equivalent").text()).contains("p95 at 10%");
  }
}
