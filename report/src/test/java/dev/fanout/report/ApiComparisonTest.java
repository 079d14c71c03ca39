package dev.fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.report.ApiFigures.Half;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApiComparisonTest {
  private static final double STEP_NANOS = 60_000;

  /** Medians of about 6 ms that spread by 0.1 ms. */
  private static List<ApiFigures> alike(int apis, long seed) {
    Random random = new Random(seed);
    List<ApiFigures> all = new ArrayList<>();
    for (int i = 0; i < apis; i++) {
      all.add(
          new ApiFigures(
              String.format("api%04d", i), half(random, 0, 500, 0), half(random, 0, 500, 0)));
    }
    return all;
  }

  private static Half half(Random random, double more, long passed, long failed) {
    double p50 = 6e6 + more + random.nextGaussian() * 1e5;
    return new Half(passed, failed, OptionalDouble.of(p50), OptionalDouble.empty());
  }

  @Test
  void finds_the_one_odd_api_among_a_thousand() {
    List<ApiFigures> apis = new ArrayList<>(alike(1_000, 3));
    apis.set(
        617,
        new ApiFigures("odd", half(new Random(4), 0, 500, 0), half(new Random(5), 2e6, 500, 0)));

    ApiComparison comparison = ApiComparison.of(apis);

    assertThat(comparison.odd()).extracting(line -> line.figures().id()).containsExactly("odd");
    assertThat(comparison.lines().get(0).figures().id()).isEqualTo("odd");
    assertThat(comparison.odd().get(0).difference().orElseThrow())
        .as("2 ms over a spread of 0.1 ms × √2")
        .isBetween(-18.0, -10.0);
  }

  @Test
  void calls_none_odd_where_all_are_alike() {
    long found = 0;
    for (long seed = 0; seed < 50; seed++) {
      found += ApiComparison.of(alike(200, seed)).odd().size();
    }
    assertThat(found).as("at a limit for one run in a hundred").isLessThanOrEqualTo(3);
  }

  @Test
  void allows_an_api_with_few_requests_more_spread() {
    List<ApiFigures> apis = new ArrayList<>(alike(200, 6));
    Half few = new Half(20, 0, OptionalDouble.of(6e6 + 6 * 1e5), OptionalDouble.empty());
    Half many = new Half(500, 0, OptionalDouble.of(6e6 + 6 * 1e5), OptionalDouble.empty());
    Half usual = new Half(500, 0, OptionalDouble.of(6e6), OptionalDouble.empty());
    apis.add(
        new ApiFigures(
            "few", few, new Half(20, 0, OptionalDouble.of(6e6), OptionalDouble.empty())));
    apis.add(new ApiFigures("many", many, usual));

    assertThat(ApiComparison.of(apis).odd())
        .extracting(line -> line.figures().id())
        .containsExactly("many");
  }

  @Test
  void calls_every_api_odd_that_failed() {
    List<ApiFigures> apis = new ArrayList<>(alike(20, 7));
    apis.add(
        new ApiFigures("fails", half(new Random(1), 0, 400, 100), half(new Random(2), 0, 500, 0)));

    assertThat(ApiComparison.of(apis).odd())
        .extracting(line -> line.figures().id())
        .containsExactly("fails");
  }

  @Test
  void takes_no_spread_for_smaller_than_a_step_of_the_histogram() {
    List<ApiFigures> apis = new ArrayList<>();
    Half same = new Half(500, 0, OptionalDouble.of(6e6), OptionalDouble.empty());
    for (int i = 0; i < 50; i++) {
      apis.add(new ApiFigures("api" + i, same, same));
    }
    Half next = new Half(500, 0, OptionalDouble.of(6e6 + STEP_NANOS), OptionalDouble.empty());
    apis.add(new ApiFigures("next", next, same));

    assertThat(ApiComparison.of(apis).odd()).isEmpty();
  }

  @Test
  void says_nothing_of_a_handful() {
    assertThat(ApiComparison.of(alike(5, 1)).lines())
        .allSatisfy(line -> assertThat(line.a()).isEmpty());
  }
}
