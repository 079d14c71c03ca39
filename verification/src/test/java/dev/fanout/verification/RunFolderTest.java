package dev.fanout.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.RunEnd;
import dev.fanout.measurements.run.RunReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A finished run, named by {@code -Dfanout.run=DIR}: whatever its verdict on this machine, its
 * files are all there and valid, every API answered on both variants, and it came to its end.
 */
class RunFolderTest {
  private Path folder;

  @BeforeEach
  void take_the_run() {
    String run = System.getProperty("fanout.run");
    assumeTrue(run != null, "no run given; .ci/run makes one");
    folder = Path.of(run);
  }

  @Test
  void has_all_files() {
    for (String file :
        List.of(
            "run.json",
            "trials.hlog",
            "apis.hlog",
            "estate.json",
            "report.html",
            "report.md",
            "report.json",
            "junit.xml",
            "decision.md")) {
      assertThat(folder.resolve(file)).isNotEmptyFile();
    }
    assertThat(FanoutProcess.text(folder.resolve("report.html")))
        .contains("local model")
        .doesNotContain("src=\"http")
        .doesNotContain("href=\"http");
  }

  @Test
  void is_valid_by_the_schemas() {
    assertValid("run.json", "/dev/fanout/measurements/run/run.schema.json");
    assertValid("report.json", "/dev/fanout/report/report.schema.json");
  }

  @Test
  void every_api_answered_on_both_variants() {
    Run run = RunReader.read(folder);

    assertThat(run.smokeTest()).isPresent();
    assertThat(run.smokeTest().get().failed()).isZero();
    assertThat(run.smokeTest().get().requests())
        .isGreaterThanOrEqualTo(2 * run.estate().operations());
  }

  /** The other audits look at how busy the machine was. */
  @Test
  void audits_that_need_no_luck_passed() throws IOException {
    JsonNode verdict =
        new ObjectMapper().readTree(FanoutProcess.text(folder.resolve("report.json")));
    Map<String, String> states = new TreeMap<>();
    verdict
        .path("audits")
        .forEach(audit -> states.put(audit.path("audit").asText(), audit.path("state").asText()));

    assertThat(states)
        .containsEntry("same upstream request", "passed")
        .containsEntry("right answers", "passed");
    assertThat(verdict.path("upstreamDifferences")).isEmpty();
  }

  @Test
  void came_to_its_end() {
    Run run = RunReader.read(folder);

    assertThat(run.end().map(RunEnd::reason)).contains(RunEnd.Reason.FINISHED);
    assertThat(run.replicates()).anySatisfy(r -> assertThat(r.whyVoid()).isEmpty());
    assertThat(run.replicates().stream().filter(r -> r.whyVoid().isEmpty()))
        .allSatisfy(
            replicate -> assertThat(replicate.trials()).hasSize(2 * run.plan().stages().size()));
  }

  private void assertValid(String file, String schemaResource) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource(schemaResource));
    assertThat(schema.validate(FanoutProcess.text(folder.resolve(file)), InputFormat.JSON))
        .as(file)
        .isEmpty();
  }

  private static String resource(String name) {
    try (InputStream in = Run.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
