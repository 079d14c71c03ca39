package dev.fanout.policies.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Made-up documents, most of them broken, for a minute ({@code -Dfanout.fuzz.seconds}; five seconds
 * where the static checks are off). {@code verification/proof fuzz-policies} goes on from there.
 */
@Execution(ExecutionMode.CONCURRENT)
class PolicyFuzzTest {
  private static final long SEED = 20261124L;
  private static final int BLOCK = 100;

  @Test
  void nothing_breaks_the_reader() {
    boolean hurried = "off".equals(System.getProperty("fanout.checks"));
    Duration budget =
        Duration.ofSeconds(Integer.getInteger("fanout.fuzz.seconds", hurried ? 5 : 60));
    PolicyFuzz fuzz = new PolicyFuzz(SEED);
    long start = System.nanoTime();
    long inputs = 0;
    long broken = 0;
    do {
      for (int i = 0; i < BLOCK; i++) {
        broken += isBroken(fuzz, inputs++) ? 1 : 0;
      }
    } while (System.nanoTime() - start < budget.toNanos());
    System.out.printf(
        "fuzz: seed %d, inputs 0 to %d, %d of them with errors, %d s%n",
        SEED, inputs, broken, budget.toSeconds());
    assertThat(broken).as("inputs with errors").isBetween(inputs / 4, inputs * 19 / 20);
  }

  private static boolean isBroken(PolicyFuzz fuzz, long number) {
    try {
      return fuzz.check(number);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return fail("seed " + SEED + ", input " + number + ":\n" + fuzz.input(number), e);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void twice_the_text_takes_twice_the_steps(String piece) {
    String once = PolicyShapes.document(piece, 60_000);
    String twice = PolicyShapes.document(piece, 120_000);
    assertThat(PolicyShapes.steps(once))
        .isLessThan((long) PolicyFuzz.STEPS_PER_CHARACTER * once.length());
    assertThat(PolicyShapes.steps(twice))
        .isLessThan((long) PolicyFuzz.STEPS_PER_CHARACTER * twice.length());
  }

  private static Iterable<String> shapes() {
    return PolicyShapes.pieces().values();
  }
}
