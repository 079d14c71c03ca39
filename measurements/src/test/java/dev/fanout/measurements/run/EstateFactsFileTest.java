package dev.fanout.measurements.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fanout.diagnostics.IssueException;
import dev.fanout.measurements.run.EstateFacts.EntityCount;
import dev.fanout.measurements.run.EstateFacts.Example;
import dev.fanout.measurements.run.EstateFacts.PolicyText;
import dev.fanout.measurements.run.EstateFacts.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstateFactsFileTest {
  @TempDir Path folder;

  private static Side side(Optional<String> busiest) {
    return new Side(
        List.of(new EntityCount("APIs", 2), new EntityCount("Backend entities", 1)),
        2,
        3,
        2,
        1,
        4,
        List.of("Backend one"),
        2,
        busiest,
        List.of("1 secret named values"));
  }

  private static final EstateFacts FACTS =
      new EstateFacts(
          1,
          side(Optional.of("one")),
          side(Optional.empty()),
          List.of(
              new Example(
                  "GET /a",
                  "GET /a/1",
                  "GET http://h/a/1",
                  "answers 404 Resource Not Found",
                  List.of(new PolicyText("policy.xml", "<policies />")),
                  List.of())));

  @Test
  void gives_back_what_was_written() throws IOException {
    EstateFactsFile.write(folder, FACTS);

    assertThat(EstateFactsFile.read(folder)).contains(FACTS);
    assertThat(FACTS.a().writes()).isEqualTo(3);
    assertThat(FACTS.a().entities("products")).isZero();
  }

  @Test
  void is_nothing_in_a_folder_without_it() {
    assertThat(EstateFactsFile.read(folder)).isEmpty();
  }

  @Test
  void says_what_is_wrong_with_the_file() throws IOException {
    Files.writeString(folder.resolve("estate.json"), "{\"schemaVersion\": 1}");

    assertThatExceptionOfType(IssueException.class)
        .isThrownBy(() -> EstateFactsFile.read(folder))
        .satisfies(e -> assertThat(e.issues().get(0).code()).isEqualTo("ESTATE_FACTS_INVALID"));
  }
}
