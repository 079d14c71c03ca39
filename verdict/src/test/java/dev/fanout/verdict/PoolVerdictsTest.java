package dev.fanout.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunFile;
import dev.fanout.verdict.simulation.SyntheticRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolVerdictsTest {
  private static final Run PER_AUTHORITY = run("per-authority", 0);
  private static final Run ALIKE = run("per-entity", 0);
  private static final Run SLOWER = run("per-entity", 1_500_000);

  @TempDir private Path folder;

  private static Run run(String pools, double p95ShiftNanos) {
    return SyntheticRun.of(PlanLength.QUICK, 7)
        .pools(pools)
        .slowerB(0, p95ShiftNanos)
        .spread(0.3)
        .toTheEnd();
  }

  private static PoolVerdicts both(Run perEntity) {
    return new PoolVerdicts(Judge.judge(PER_AUTHORITY), Judge.judge(perEntity));
  }

  @Test
  void that_agree_are_one_answer() {
    assertThat(both(ALIKE).sentence())
        .isEqualTo("Under both pool models: EQUIVALENT, local model.");
    assertThat(both(ALIKE).exitCode()).isZero();
  }

  @Test
  void that_disagree_leave_the_question_to_apim() {
    assertThat(both(SLOWER).sentence())
        .contains("depends on pooling: settle it on APIM")
        .contains("per authority: EQUIVALENT, local model", "per entity: DIFFERENT, local model");
    assertThat(both(SLOWER).exitCode()).isEqualTo(11);
  }

  @Test
  void are_read_from_the_folder_of_the_first_run() {
    assertThat(PoolVerdicts.in(folder)).isEmpty();
    var unused = RunFile.create(folder, PER_AUTHORITY);
    assertThat(PoolVerdicts.in(folder)).isEmpty();
    var second = RunFile.create(folder.resolve(PoolVerdicts.SECOND_RUN), SLOWER);

    assertThat(PoolVerdicts.in(folder).orElseThrow().agree()).isFalse();
  }

  @Test
  void of_one_model_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> both(PER_AUTHORITY));
  }
}
