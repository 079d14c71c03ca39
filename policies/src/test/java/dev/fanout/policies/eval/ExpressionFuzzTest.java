package dev.fanout.policies.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.fanout.policies.eval.ExpressionFuzz.Fate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Made-up expressions, most of them broken, for a minute ({@code -Dfanout.fuzz.seconds}; five
 * seconds where the static checks are off). {@code verification/proof fuzz-expressions} goes on
 * from there, with more texts to start from.
 */
@Execution(ExecutionMode.CONCURRENT)
class ExpressionFuzzTest {
  private static final long SEED = 20261124L;
  private static final int BLOCK = 100;

  @Test
  void nothing_breaks_the_compiler_or_gets_out() {
    boolean hurried = "off".equals(System.getProperty("fanout.checks"));
    Duration budget =
        Duration.ofSeconds(Integer.getInteger("fanout.fuzz.seconds", hurried ? 5 : 60));
    ExpressionFuzz fuzz = new ExpressionFuzz(SEED, List.of());
    Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    long start = System.nanoTime();
    long inputs = 0;
    do {
      for (int i = 0; i < BLOCK; i++) {
        fates.merge(fate(fuzz, inputs++), 1L, Long::sum);
      }
    } while (System.nanoTime() - start < budget.toNanos());
    System.out.printf(
        "fuzz: seed %d, expressions 0 to %d, %s, %d s%n", SEED, inputs, fates, budget.toSeconds());
    assertThat(fates.getOrDefault(Fate.GAVE_A_VALUE, 0L))
        .as("that give a value")
        .isBetween(inputs / 400, inputs * 3 / 4);
    assertThat(fates).containsKeys(Fate.REFUSED, Fate.FAILED);
  }

  private static Fate fate(ExpressionFuzz fuzz, long number) {
    try {
      return fuzz.check(number);
    } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
      return fail("seed " + SEED + ", expression " + number + ":\n" + fuzz.input(number), e);
    }
  }
}
