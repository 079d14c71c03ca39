package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplatePickerTest {
  private static final int DRAWS = 200_000;

  @Test
  void round_robin_goes_on_beyond_the_range_of_int() {
    TemplatePicker picker =
        new TemplatePicker(new RequestMix(templates(3), RequestMix.Selection.ROUND_ROBIN));
    SplittableRandom random = new SplittableRandom(1);

    assertThat(IntStream.range(0, 5).map(i -> picker.pick(3_000_000_000L + i, random)))
        .containsExactly(0, 1, 2, 0, 1);
  }

  /** Chi-square with four degrees of freedom is above 23.5 once in 10,000 times. */
  @Test
  void weights_are_drawn_in_proportion() {
    List<Double> weights = List.of(1.0, 0.0, 2.5, 0.5, 6.0, 0.01);

    assertThat(chiSquare(RequestMix.weighted(templates(6), weights), weights)).isLessThan(23.5);
  }

  /** Nine degrees of freedom: above 33.7 once in 10,000 times. */
  @Test
  void zipf_weights_fall_with_the_rank() {
    RequestMix mix = RequestMix.zipf(templates(10), 1);
    List<Double> harmonic = IntStream.rangeClosed(1, 10).mapToObj(k -> 1.0 / k).toList();

    assertThat(chiSquare(mix, harmonic)).isLessThan(33.7);
  }

  @Test
  void the_same_test_tells_wrong_weights() {
    List<Double> wrong = List.of(1.05, 0.95);

    assertThat(chiSquare(RequestMix.weighted(templates(2), List.of(1.0, 1.0)), wrong))
        .isGreaterThan(23.5);
  }

  @Test
  void weights_that_say_nothing_are_refused() {
    assertThatThrownBy(() -> RequestMix.weighted(templates(2), List.of(0.0, 0.0)))
        .hasMessage("all weights are 0");
    assertThatThrownBy(() -> RequestMix.weighted(templates(2), List.of(1.0)))
        .hasMessageContaining("1 weights for 2 templates");
    assertThatThrownBy(() -> RequestMix.weighted(templates(1), List.of(Double.NaN)))
        .hasMessageContaining("NaN");
  }

  private static double chiSquare(RequestMix mix, List<Double> weights) {
    TemplatePicker picker = new TemplatePicker(mix);
    SplittableRandom random = new SplittableRandom(5);
    long[] seen = new long[weights.size()];
    for (int i = 0; i < DRAWS; i++) {
      seen[picker.pick(i, random)]++;
    }
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    double distance = 0;
    for (int i = 0; i < seen.length; i++) {
      double expected = DRAWS * weights.get(i) / sum;
      if (expected == 0) {
        assertThat(seen[i]).isZero();
      } else {
        distance += (seen[i] - expected) * (seen[i] - expected) / expected;
      }
    }
    return distance;
  }

  private static List<RequestTemplate> templates(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> RequestTemplate.get("a" + i, "get", "/" + i, new BodyCheck.Anything()))
        .toList();
  }
}
