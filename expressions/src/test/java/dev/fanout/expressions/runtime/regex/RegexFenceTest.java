package dev.fanout.expressions.runtime.regex;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Fence;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexFenceTest {
  @ParameterizedTest
  @ValueSource(strings = {"^(a+)+$", "^(a|aa)*$", "(a*)*c", "^(?:a?){30}a{30}$", "(?=(a+)+$)a"})
  void a_pattern_that_explodes_ends_with_the_steps_of_the_evaluation(String pattern) {
    ExpressionLimits few = new ExpressionLimits(100_000, Duration.ofMinutes(10));

    assertThatThrownBy(() -> Fence.within(few, () -> Regex.isMatch("a".repeat(60) + "b", pattern)))
        .hasMessageContaining("steps");
  }
}
