package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.experiment.ColdScaleDemo.Result;
import dev.fanout.experiment.ColdScaleDemo.Sequential;
import dev.fanout.experiment.ColdScaleDemo.Side;
import dev.fanout.measurements.run.RunReader;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColdScalePageTest {
  private static final Verdict EQUIVALENT =
      Judge.judge(RunReader.read(Path.of("../verdict/src/test/resources/runs/equivalent")));

  private static Sequential run(VariantLabel first, double slowly) {
    return new Sequential(
        new Side(first, slowly, 9_000_000, 28_000_000, 1, 4),
        new Side(first.other(), 4_600, 7_000_000, 8_000_000, 4, 4));
  }

  private static String page(double slowly, Optional<Verdict> ours) {
    return ColdScalePage.render(
        new Result(run(VariantLabel.A, slowly), run(VariantLabel.B, slowly), Optional.empty()),
        ours);
  }

  @Test
  void shows_who_looks_slower_in_either_order_and_why() {
    assertThat(page(2_530, Optional.empty()))
        .contains("A ran first:  A", "2,530 /s", "28.0 ms", "1 → 4")
        .contains("→ A looks slower: 0.55 × the throughput, 3.5 × the p95")
        .contains("→ B looks slower")
        .contains("Both cannot be true: whoever ran first paid for the scale-out")
        .doesNotContain("2. Ours");
  }

  @Test
  void ends_with_our_verdict_and_its_scope() {
    assertThat(page(2_530, Optional.of(EQUIVALENT)))
        .contains("p95 at 60%", "± 0.5 ms", "equivalent")
        .contains("EQUIVALENT, local model: shared-backend (A) and per-api (B)");
  }

  @Test
  void does_not_claim_a_trap_that_did_not_show() {
    Sequential even =
        new Sequential(
            new Side(VariantLabel.A, 4_600, 7_000_000, 8_000_000, 4, 4),
            new Side(VariantLabel.B, 4_600, 7_000_000, 8_000_000, 4, 4));

    assertThat(even.fooled()).isFalse();
    assertThat(ColdScalePage.render(new Result(even, even, Optional.empty()), Optional.empty()))
        .doesNotContain("Both cannot be true")
        .contains("grown too soon");
  }

  @Test
  void fits_a_page() {
    assertThat(page(2_530, Optional.of(EQUIVALENT)).lines()).hasSizeLessThan(45);
    assertThat(page(2_530, Optional.of(EQUIVALENT)).lines().filter(line -> !line.contains(": ")))
        .allMatch(line -> line.length() <= 104);
  }
}
