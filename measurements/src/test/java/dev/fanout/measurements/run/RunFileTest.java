package dev.fanout.measurements.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  private static final Run KEPT = RunReader.read(SourceText.of("run-v1.json", text("run-v1.json")));
  private static final Instant LATER = Instant.parse("2026-11-24T11:00:00Z");

  @TempDir Path folder;

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(RunFileTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run planned() {
    return Run.planned(KEPT.manifest(), KEPT.scope(), KEPT.plan(), KEPT.variants(), KEPT.estate());
  }

  private static List<String> violations(String json) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("run.schema.json"));
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static void assertIssue(String code, String json) {
    assertThatExceptionOfType(IssueException.class)
        .isThrownBy(() -> RunReader.read(SourceText.of("run.json", json)))
        .satisfies(e -> assertThat(e.issues().get(0).code()).isEqualTo(code));
  }

  @Nested
  class Writing {
    @Test
    void has_the_plan_on_disk_before_the_first_trial() {
      RunFile file = RunFile.create(folder.resolve("new"), planned());

      assertThat(RunReader.read(file.path())).isEqualTo(planned());
    }

    @Test
    void adds_each_replicate() {
      RunFile file = RunFile.create(folder, planned());

      Run grown = file.update(run -> run.withReplicate(KEPT.replicates().get(0)));

      assertThat(RunReader.read(folder)).isEqualTo(grown);
      assertThat(grown.replicates()).isEqualTo(KEPT.replicates());
    }

    @Test
    void leaves_one_file_and_no_scratch() throws IOException {
      RunFile file = RunFile.create(folder, planned());
      file.update(run -> run.withNote("a note"));

      try (var files = Files.list(folder)) {
        assertThat(files).containsExactly(folder.resolve(RunFile.NAME));
      }
    }

    @Test
    void keeps_the_old_file_when_the_new_one_cannot_be_written() throws IOException {
      RunFile file = RunFile.create(folder, planned());
      Files.createDirectory(folder.resolve("run.json.next"));

      assertThatExceptionOfType(IssueException.class)
          .isThrownBy(() -> file.update(run -> run.withNote("lost")))
          .satisfies(e -> assertThat(e.issues().get(0).code()).isEqualTo("RUN_NOT_WRITTEN"));

      assertThat(RunReader.read(folder)).isEqualTo(planned());
      assertThat(file.run()).isEqualTo(planned());
    }

    @Test
    void refuses_a_folder_that_holds_a_run() {
      RunFile.create(folder, planned());

      assertThatExceptionOfType(IssueException.class)
          .isThrownBy(() -> RunFile.create(folder, planned()));
    }

    @Test
    void is_the_same_in_every_locale() throws IOException {
      Locale before = Locale.getDefault();
      try {
        Locale.setDefault(Locale.GERMANY);
        RunFile.create(folder, KEPT);
      } finally {
        Locale.setDefault(before);
      }

      assertThat(Files.readString(folder.resolve(RunFile.NAME))).isEqualTo(text("run-v1.json"));
    }

    @Test
    void is_valid_by_the_schema() throws IOException {
      Run full =
          KEPT.withReplicate(
                  new Replicate(1, 0, LATER, List.of(), List.of(), Optional.of("gateway died")))
              .withEnd(new RunEnd(RunEnd.Reason.INTERRUPTED, LATER, "stopped"));
      RunFile.create(folder, full);

      assertThat(violations(Files.readString(folder.resolve(RunFile.NAME)))).isEmpty();
      assertThat(violations(text("run-v1.json").replace("\"A\"", "\"C\""))).isNotEmpty();
    }
  }

  @Nested
  class Reading {
    @Test
    void knows_version_1_for_ever() {
      assertThat(KEPT.replicates()).hasSize(1);
      assertThat(KEPT.replicates().get(0).trials()).hasSize(2);
      assertThat(KEPT.replicates().get(0).trials().get(0).requests()).isEqualTo(4_800);
    }

    @Test
    void passes_over_what_it_does_not_know() {
      String json = text("run-v1.json").replaceFirst("\\{", "{\"fromTheFuture\": [1],");

      assertThat(RunReader.read(SourceText.of("run.json", json))).isEqualTo(KEPT);
    }

    @Test
    void refuses_a_newer_version() {
      assertIssue(
          "RUN_VERSION_UNKNOWN",
          text("run-v1.json").replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));
      assertIssue("RUN_VERSION_UNKNOWN", "{}");
    }

    @Test
    void says_where_a_truncated_file_breaks_off() {
      String json = text("run-v1.json");
      assertIssue("RUN_NOT_JSON", json.substring(0, json.length() / 2));
      assertIssue("RUN_NOT_JSON", "");
    }

    @Test
    void names_the_place_of_a_wrong_value() {
      String json = text("run-v1.json").replaceFirst("\"late\" : 0", "\"late\" : -1");

      assertThatExceptionOfType(IssueException.class)
          .isThrownBy(() -> RunReader.read(SourceText.of("run.json", json)))
          .withMessageContaining("replicates.[0].trials.[0]")
          .withMessageContaining("late -1 is negative")
          .satisfies(e -> assertThat(e.issues().get(0).location()).isPresent());
    }

    @Test
    void misses_a_property_that_must_be_there() {
      assertIssue("RUN_INVALID", text("run-v1.json").replaceFirst("\"late\" : 0,", ""));
      assertIssue("RUN_INVALID", text("run-v1.json").replace("\"notes\"", "\"nodes\""));
    }

    @Test
    void says_that_there_is_no_run() {
      assertThatExceptionOfType(IssueException.class)
          .isThrownBy(() -> RunReader.read(folder))
          .satisfies(e -> assertThat(e.issues().get(0).code()).isEqualTo("RUN_NOT_FOUND"));
    }
  }

  @Nested
  class Capacity {
    @Test
    void becomes_the_rates_of_the_stages() {
      Run run = planned().withCapacity(new CapacitySearch(10_000, VariantLabel.B, List.of()));

      StageLoad.Open load = (StageLoad.Open) run.plan().topStage().load();
      assertThat(load.ratePerSecond()).hasValue(6_000);
    }

    @Test
    void stretches_a_window_that_would_be_too_short_for_1000_requests() {
      Run run = planned().withCapacity(new CapacitySearch(500, VariantLabel.B, List.of()));

      assertThat(run.plan().topStage().windowNanos())
          .as("1,150 requests at 300 per second")
          .isEqualTo(3_833_333_334L);
    }
  }

  @Nested
  class Checks {
    @Test
    void looks_spend_no_more_than_5_percent() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new RunPlan(
                      "x",
                      "standard",
                      Design.ONE_PROCESS,
                      List.of(new Look(6, 0.04), new Look(8, 0.02)),
                      KEPT.plan().rows(),
                      KEPT.plan().stages(),
                      1,
                      KEPT.plan().slots()))
          .withMessageContaining("more than 0.05");
    }

    @Test
    void errors_pool_all_stages() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Row("e", Metric.ERRORS, OptionalInt.of(0), 0.1));
    }
  }
}
