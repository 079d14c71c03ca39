package dev.fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.measurements.run.Manifest;
import dev.fanout.measurements.run.Manifest.GatewaySettings;
import dev.fanout.measurements.run.Run;
import dev.fanout.verdict.Judge;
import dev.fanout.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionRecordTest {
  @TempDir Path folder;

  private static Verdict withPool(String name, String poolModel) {
    Run run = Fixtures.verdict(name).run();
    Manifest manifest = run.manifest();
    GatewaySettings gateway = manifest.gateway();
    return Judge.judge(
        new Run(
            run.schemaVersion(),
            new Manifest(
                manifest.version(),
                manifest.commit(),
                manifest.command(),
                manifest.startedAt(),
                manifest.jvm(),
                manifest.machine(),
                manifest.transport(),
                new GatewaySettings(
                    gateway.flags(),
                    poolModel,
                    gateway.poolLimit(),
                    gateway.gatewayCores(),
                    gateway.otherCores()),
                manifest.injections()),
            run.scope(),
            run.plan(),
            run.variants(),
            run.estate(),
            run.upstreamEquality(),
            run.smokeTest(),
            run.capacity(),
            run.overhead(),
            run.replicates(),
            run.notes(),
            run.end()));
  }

  @Test
  void counts_the_operational_side_in_the_artifacts() throws IOException {
    String record = DecisionRecord.render(SyntheticFolder.write("equivalent-default", folder));

    assertThat(record)
        .contains("| writes to deploy | 242 | 360 |")
        .contains(
            "| writes to move to another upstream host | 1 (Backend shared-backend)"
                + " | 120 (Backend svc001, Backend svc002, Backend svc003, …) |")
        .contains("up to 120 of 120 (shared-backend)")
        .contains("up to 1 of 120 (svc001)")
        .contains("| v2 tiers: Backend entities | 100 | 1, room for 99 | 120, over by 20 |")
        .contains("no active health probe")
        .contains("SHA-256 of run.json");
  }

  @Test
  void recommends_by_a_limit_first_and_then_by_what_one_wants() throws IOException {
    String record = DecisionRecord.render(SyntheticFolder.write("equivalent-default", folder));

    assertThat(record)
        .contains("Performance gives no reason for either topology (local model)")
        .contains("per-api (B) needs 120 Backend entities, above the documented 100 of v2 tiers")
        .contains(
            "Take shared-backend (A) if the upstream's host is to be changed in one step: 1"
                + " write instead of 120 writes.")
        .contains(
            "Take per-api (B) if failures of one API must not stop others: a tripped circuit"
                + " breaker concerns 1 API instead of 120 APIs.")
        .contains("Condition: the local model");
  }

  @Test
  void recommends_nothing_that_was_not_measured_soundly() {
    for (String name : new String[] {"withheld", "inconclusive", "not-enough-data"}) {
      assertThat(DecisionRecord.render(Reported.of(Fixtures.verdict(name))))
          .as(name)
          .containsPattern("## Recommendation\n\n- None")
          .doesNotContain("Take ");
    }
  }

  @Test
  void says_what_was_not_counted() {
    assertThat(DecisionRecord.render(Reported.of(Fixtures.verdict("equivalent"))))
        .contains("Not counted: the run folder has no estate.json.")
        .contains("upstream hosts not counted");
  }

  @Nested
  class UnderTheOtherPoolModel {
    private final Verdict one = withPool("equivalent", "per-authority");

    private String record(Verdict other) {
      return DecisionRecord.render(new Reported(one, Evidence.NONE, Optional.of(other)));
    }

    @Test
    void agrees() {
      assertThat(record(withPool("equivalent", "per-entity")))
          .contains("The same under both pool models.")
          .contains("per-entity: EQUIVALENT, local model");
    }

    @Test
    void disagrees_and_then_recommends_nothing_but_to_settle_it() {
      assertThat(record(withPool("different-p95", "per-entity")))
          .contains("It depends on pooling: settle it on APIM.")
          .contains("per-authority: EQUIVALENT, local model")
          .contains("per-entity: DIFFERENT, local model")
          .contains("- None yet. It depends on pooling")
          .doesNotContain("Performance gives no reason");
    }

    @Test
    void was_not_measured() {
      assertThat(DecisionRecord.render(Reported.of(one)))
          .contains("Known only for pools per-authority")
          .contains("&#45;&#45;pool per-entity".replace("&#45;", "-"));
    }

    @Test
    void was_measured_under_the_same_one_after_all() {
      assertThat(record(withPool("different-p95", "per-authority")))
          .contains("Known only for pools per-authority");
    }
  }
}
