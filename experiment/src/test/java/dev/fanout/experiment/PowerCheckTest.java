package dev.fanout.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.RunPlan;
import dev.fanout.verdict.Margins;
import dev.fanout.verdict.PlanLength;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the synthetic default run, whose differences spread by 0.4 margins. */
class PowerCheckTest {
  private static final Path ARCHIVE =
      Path.of("../verdict/src/test/resources/runs/equivalent-default");

  @TempDir private Path folder;

  private static RunPlan plan(Margins margins, List<Integer> looks) {
    return new PlanChoice(
            PlanLength.DEFAULT,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            margins,
            1)
        .with(CustomPlan.of(looks))
        .draw(Design.ONE_PROCESS);
  }

  @Test
  void a_plan_with_the_archives_margins_is_strong_enough() {
    PowerCheck check =
        PowerCheck.of(plan(Margins.LOCAL, List.of(6, 10, 16)), ARCHIVE).orElseThrow();

    assertThat(check.rows()).hasSize(7).allMatch(row -> row.spread() < 1);
    assertThat(check.enough()).isTrue();
  }

  @Test
  void a_plan_with_a_third_of_the_margins_is_not() {
    Margins narrow = new Margins(8_000, 150_000, 0.03, 0.02, 0.001);
    RunPlan plan = plan(narrow, List.of(6));
    PowerCheck check = PowerCheck.of(plan, ARCHIVE).orElseThrow();

    assertThat(check.enough()).isFalse();
    assertThat(check.worst().spread()).isGreaterThan(1);
    assertThat(check.sentence(plan.looks())).contains("up to 6 replicates", check.worst().id());
  }

  @Test
  void the_latest_archive_is_the_last_by_name() throws Exception {
    assertThat(PowerCheck.latestArchive(folder.resolve("none"))).isEmpty();
    for (String name : List.of("archive-2026-11-24-100000", "archive-2026-11-25-090000", "2027")) {
      Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("run.json"), "{}");
    }
    Files.createDirectories(folder.resolve("archive-2028-00-00-000000"));

    assertThat(PowerCheck.latestArchive(folder))
        .hasValue(folder.resolve("archive-2026-11-25-090000"));
  }
}
