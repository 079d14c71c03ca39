package dev.fanout.load.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fanout.measurements.HistogramLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final LoadSummary SUMMARY =
      Trials.summary(
          Trials.closed("A", "50-vus", 1_000, 10),
          Trials.open("A", "100-per-s", 500, 0, 5),
          Trials.closed("B", "50-vus", 1_000, 0));

  @TempDir private Path folder;

  @BeforeEach
  void write() throws Exception {
    SummaryFiles.write(
        folder,
        SUMMARY,
        Condition.check(
            List.of(Condition.parse("A: errors>0.5%"), Condition.parse("p99.9>1s")), SUMMARY));
  }

  @Test
  void the_json_is_valid_by_its_schema() throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SummaryJson.class.getResourceAsStream("load-summary.schema.json"));
    String text = Files.readString(folder.resolve("summary.json"));

    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(text.replace("\"passed\"", "\"past\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void the_json_accounts_for_every_request() throws Exception {
    for (JsonNode trial : JSON.readTree(folder.resolve("summary.json").toFile()).get("trials")) {
      assertThat(trial.get("requests").asLong())
          .isEqualTo(
              trial.get("passed").asLong()
                  + trial.get("failed").asLong()
                  + trial.get("unstarted").asLong()
                  + trial.get("unfinished").asLong());
    }
  }

  @Test
  void there_is_a_k6_summary_for_each_target() throws Exception {
    JsonNode a = JSON.readTree(folder.resolve("k6-A.json").toFile());

    // 1,010 + 500 sent in 20 s; what was never sent is dropped.
    assertThat(a.at("/metrics/http_reqs/count").asLong()).isEqualTo(1_510);
    assertThat(a.at("/metrics/http_reqs/rate").asDouble()).isEqualTo(75.5);
    assertThat(a.at("/metrics/dropped_iterations/count").asLong()).isEqualTo(5);
    assertThat(a.at("/metrics/http_req_failed/value").asDouble())
        .isCloseTo(10 / 1_510.0, within(1e-9));
    assertThat(a.at("/metrics/http_req_failed/passes").asLong()).isEqualTo(10);
    // Service times 1 to 1,000 ms and 1 to 500 ms: half are at most 375 ms.
    assertThat(a.at("/metrics/http_req_duration/med").asDouble()).isCloseTo(375, within(0.5));
    assertThat(folder.resolve("k6-B.json")).exists();
  }

  @Test
  void the_k6_summary_has_the_keys_of_the_published_one() throws Exception {
    Path published = Path.of("../../shared/oracle/published-run/k6-a.json");
    assumeTrue(Files.exists(published), "no ../shared");
    JsonNode theirs = JSON.readTree(published.toFile());
    JsonNode ours = JSON.readTree(folder.resolve("k6-A.json").toFile());

    assertThat(names(ours)).isEqualTo(names(theirs));
    List<String> metrics = names(theirs.get("metrics"));
    for (String metric : names(ours.get("metrics"))) {
      if (metrics.contains(metric)) {
        assertThat(names(theirs.get("metrics").get(metric)))
            .as(metric)
            .containsAll(names(ours.get("metrics").get(metric)));
      }
    }
    assertThat(names(ours.get("metrics")))
        .contains("http_reqs", "http_req_duration", "http_req_failed", "http_req_waiting", "vus");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    names.sort(null);
    return names;
  }

  @Test
  void the_csv_has_a_line_for_each_trial_and_api() throws Exception {
    List<String> lines = Files.readAllLines(folder.resolve("summary.csv"));

    assertThat(lines).hasSize(1 + 3 * 2);
    assertThat(lines.get(1)).startsWith("A,50-vus,,10.000,1010,1000,10,0,100.000,500.");
    assertThat(lines.get(2)).startsWith("A,50-vus,orders,10.000,1010,1000,10,,100.000,");
  }

  @Test
  void the_histograms_are_whole() throws Exception {
    HistogramLog log = HistogramLog.read(folder.resolve("trials.hlog"));

    assertThat(log.unreadableLines()).isZero();
    assertThat(log.entries())
        .filteredOn(e -> e.tag().toString().equals("A/50-vus/1/serviceTime"))
        .singleElement()
        .satisfies(e -> assertThat(e.histogram().getTotalCount()).isEqualTo(1_000));
  }

  @Test
  void the_text_says_what_times_are_what_failed_and_what_a_model_hides() throws Exception {
    assertThat(Files.readString(folder.resolve("summary.txt")))
        .contains(
            "from the intended start to the last byte in open stages, from the send in closed")
        .contains("A/50-vus: 10 × status")
        .contains("status /x: status 503")
        .contains("note: a stalled target hides what it does")
        .contains("FAIL  A/50-vus: errors is 0.99%")
        .contains("?     A/50-vus: not enough data for p99.9 (it takes 10000 requests)");
  }

  @Test
  void a_server_cannot_steer_the_terminal() {
    TrialSummary trial = Trials.closed("A", "s", 1, 1);
    TrialSummary evil =
        new TrialSummary(
            trial.target(),
            trial.url(),
            trial.stage(),
            trial.model(),
            false,
            1,
            trial.startedAt(),
            trial.window(),
            trial.offeredPerSecond(),
            2,
            1,
            trial.errors(),
            0,
            0,
            0,
            0,
            trial.responseTime(),
            trial.serviceTime(),
            trial.firstByte(),
            trial.sendLag(),
            trial.apis(),
            List.of("body \u001b[2J"),
            List.of(),
            trial.cannotSee());

    assertThat(SummaryText.render(Trials.summary(evil), List.of())).doesNotContain("\u001b");
  }
}
