package dev.fanout.expressions.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.ExpressionLimits;
import dev.fanout.expressions.runtime.Fence;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JsonFencesTest {
  private static final ExpressionLimits LIMITS =
      new ExpressionLimits(200_000, Duration.ofMinutes(5));

  private static ExpressionFailure failure(Supplier<Object> work) {
    return catchThrowableOfType(ExpressionFailure.class, () -> Fence.within(LIMITS, work));
  }

  @Test
  void an_array_that_doubles_itself_runs_out_of_steps() {
    ExpressionFailure failure =
        failure(
            () -> {
              JArray array = JArray.parse("[1]");
              for (int i = 0; i < 60; i++) {
                array.add((JToken) array);
              }
              return array;
            });

    assertThat(failure).hasMessageContaining("more than 200000 steps");
  }

  @Test
  void a_path_that_selects_everything_of_everything_runs_out_of_steps() {
    JToken document = JToken.parse("[".repeat(60) + "1" + "]".repeat(60));

    ExpressionFailure failure =
        failure(
            () -> {
              int found = 0;
              for (Object token : (Iterable<?>) document.selectTokens("$..*..*..*..*..*")) {
                found += token == null ? 0 : 1;
              }
              return found;
            });

    assertThat(failure).hasMessageContaining("more than 200000 steps");
  }

  @Test
  void large_text_runs_out_of_steps() {
    String text = "[" + "1,".repeat(300_000) + "1]";

    assertThat(failure(() -> JToken.parse(text))).hasMessageContaining("more than 200000 steps");
  }

  @Test
  void a_tree_that_is_too_deep_is_not_written() {
    JToken[] tree = {JArray.create()};
    for (int i = 0; i < 10_000; i++) {
      tree[0] = JArray.create((Object) tree[0]);
    }

    assertThat(failure(() -> tree[0].toString(0)).typeName())
        .isEqualTo("System.InsufficientExecutionStackException");
  }

  @Test
  void text_is_read_to_a_depth_of_64() {
    assertThat(failure(() -> JToken.parse("[".repeat(1_000_000))))
        .hasMessageStartingWith("The reader's MaxDepth of 64 has been exceeded.");
  }
}
