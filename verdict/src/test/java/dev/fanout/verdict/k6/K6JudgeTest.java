package dev.fanout.verdict.k6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanout.diagnostics.IssueException;
import dev.fanout.verdict.Audit;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.NaiveJudgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class K6JudgeTest {
  private static final Path OWN = Path.of("src/test/resources/k6");
  private static final Path PUBLISHED = Path.of("../../shared/oracle/published-run");

  private static K6Judgement judge(Path a, Path b) {
    return K6Judge.judge(K6SummaryReader.read(a), K6SummaryReader.read(b), Margins.PUBLISHED);
  }

  private static NaiveJudgement.Check rule(K6Judgement judgement, String what) {
    return judgement.naive().checks().stream()
        .filter(check -> check.what().contains(what))
        .findFirst()
        .orElseThrow();
  }

  /** Figures of two small files: A at 100 per s and 50 ms, B at 80 per s and 62.5 ms. */
  @Nested
  class OwnSummaries {
    private final K6Judgement judgement =
        judge(OWN.resolve("a.json"), OWN.resolve("b-values.json"));

    @Test
    void are_not_enough_data_with_their_scope() {
      assertThat(judgement.exitCode()).isEqualTo(11);
      assertThat(judgement.headline())
          .startsWith("NOT ENOUGH DATA, two k6 summaries")
          .contains("one pair of runs", "no interval");
    }

    @Test
    void are_held_against_each_threshold() {
      assertThat(rule(judgement, "p95").difference()).isEqualTo("−5.0 ms");
      assertThat(rule(judgement, "p95").threshold()).isEqualTo("≤ 3 ms");
      assertThat(rule(judgement, "p95").satisfied()).isFalse();
      assertThat(rule(judgement, "throughput").difference()).isEqualTo("+25.00 %");
      assertThat(rule(judgement, "errors").difference()).isEqualTo("−0.200 points");
      assertThat(rule(judgement, "errors").satisfied()).isFalse();
      assertThat(judgement.naive().allSatisfied()).isFalse();
    }

    /** 100 per s × 0.05 s = 80 per s × 0.0625 s = 5, and 100 ÷ 80 = 62.5 ÷ 50. */
    @Test
    void have_a_throughput_that_repeats_the_latency() {
      assertThat(judgement.findings().get(0)).contains("is 5.0 iterations", "and 5.0 for B");
      assertThat(judgement.findings().get(1)).contains("is 1.25000", "repeats the latency row");
    }

    @Test
    void include_the_warm_up_in_their_totals() {
      assertThat(judgement.findings().get(2)).contains("6,000 requests", "those of 60.0 s");
    }

    @Test
    void lack_what_either_of_them_lacks() {
      assertThat(judgement.absent())
          .anyMatch(text -> text.startsWith("stages"))
          .anyMatch(text -> text.startsWith("APIs"))
          .contains("p99")
          .doesNotContain("p95");
    }

    @Test
    void allow_no_audit() {
      assertThat(judgement.audits()).hasSize(Audit.values().length);
      assertThat(judgement.audits()).allMatch(audit -> audit.state() == AuditResult.State.NOT_DONE);
      assertThat(judgement.audits().get(1).finding()).contains("status is 200");
    }
  }

  /** The figures that its report prints, and what it does not say about them. */
  @Nested
  class ThePublishedRun {
    private K6Judgement judgement() {
      assumeTrue(Files.isDirectory(PUBLISHED), "no ../shared");
      return judge(PUBLISHED.resolve("k6-a.json"), PUBLISHED.resolve("k6-b.json"));
    }

    @Test
    void is_not_enough_data_and_violates_its_own_rule() {
      K6Judgement judgement = judgement();

      assertThat(judgement.exitCode()).isEqualTo(11);
      assertThat(rule(judgement, "p95").difference()).isEqualTo("−7.0 ms");
      assertThat(rule(judgement, "p95").satisfied()).isFalse();
      assertThat(rule(judgement, "throughput").difference()).isEqualTo("+0.89 %");
      assertThat(rule(judgement, "errors").satisfied()).isTrue();
      assertThat(judgement.naive().allSatisfied()).isFalse();
    }

    @Test
    void says_one_number_twice() {
      assertThat(judgement().findings().get(1))
          .contains("1.00894", "1.00898", "repeats the latency row");
      assertThat(judgement().findings().get(0)).contains("110.3", "882.15 per s × 124.98 ms");
    }

    @Test
    void counts_its_warm_up() {
      assertThat(judgement().findings().get(2)).contains("842,609 requests", "955.2 s");
      assertThat(judgement().absent()).contains("p99");
    }
  }

  @Nested
  class AFileThatIsNoSummary {
    @TempDir private Path folder;

    private void assertRefused(String text, String code) throws IOException {
      Path file = Files.writeString(folder.resolve("x.json"), text);
      assertThatThrownBy(() -> K6SummaryReader.read(file))
          .isInstanceOfSatisfying(
              IssueException.class, e -> assertThat(e.issues().get(0).code()).isEqualTo(code));
    }

    @Test
    void is_refused() throws IOException {
      assertRefused("{\"metrics\": {}}", "K6_NOT_A_SUMMARY");
      assertRefused("{\"metrics\": {", "K6_NOT_JSON");
      assertRefused("[".repeat(100), "K6_NOT_JSON");
      assertThatThrownBy(() -> K6SummaryReader.read(folder.resolve("nothing")))
          .isInstanceOf(IssueException.class);
    }
  }
}
