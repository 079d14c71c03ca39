package dev.fanout.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.VariantLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceReaderTest {
  @TempDir Path folder;

  @Test
  void pools_the_judged_trials_of_each_stage_and_variant() throws IOException {
    Reported reported = SyntheticFolder.write("equivalent-default", folder);
    Run run = reported.verdict().run();

    assertThat(reported.evidence().curves()).hasSize(2 * run.plan().stages().size());
    assertThat(reported.evidence().curve(0, VariantLabel.A).orElseThrow().count())
        .as("2,000 recorded for each judged replicate")
        .isEqualTo(2_000L * reported.verdict().replicates());
    assertThat(reported.evidence().remarks()).isEmpty();
    assertThat(reported.evidence().estate()).contains(SyntheticFolder.facts());
    assertThat(reported.evidence().runHash().orElseThrow()).hasSize(64);
  }

  @Test
  void gives_each_api_its_share_of_both_variants() throws IOException {
    Reported reported = SyntheticFolder.write("equivalent-default", folder);
    int trials = reported.verdict().replicates() * 3;

    assertThat(reported.evidence().apis())
        .hasSize(100)
        .allSatisfy(
            api -> {
              assertThat(api.a().passed()).as("12 for each trial").isEqualTo(12L * trials);
              assertThat(api.b().passed()).isEqualTo(12L * trials);
            });
    ApiFigures odd =
        reported.evidence().apis().stream()
            .filter(api -> api.id().equals(SyntheticFolder.ODD))
            .findFirst()
            .orElseThrow();
    assertThat(odd.differenceNanos().orElseThrow()).isBetween(-5e6, -3e6);
    assertThat(reported.evidence().apis())
        .extracting(ApiFigures::id)
        .contains(SyntheticFolder.HOSTILE);
  }

  @Test
  void does_without_what_is_not_there() {
    Reported reported = Reported.of(Fixtures.verdict("equivalent"));

    Evidence evidence = EvidenceReader.read(folder.resolve("nothing"), reported.verdict());

    assertThat(evidence).isEqualTo(Evidence.NONE);
  }

  @Test
  void says_what_it_could_not_read() throws IOException {
    Reported reported = SyntheticFolder.write("equivalent", folder);
    Files.writeString(folder.resolve("estate.json"), "{");
    Files.writeString(
        folder.resolve("trials.hlog"), Files.readString(folder.resolve("trials.hlog")) + "torn");

    Evidence evidence = EvidenceReader.read(folder, reported.verdict());

    assertThat(evidence.estate()).isEmpty();
    assertThat(evidence.remarks())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("estate.json"))
        .anySatisfy(line -> assertThat(line).startsWith("trials.hlog has 1 lines"));
  }
}
