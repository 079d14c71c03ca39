package dev.fanout.load.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fanout.diagnostics.IssueException;
import dev.fanout.load.summary.ApiSummary;
import dev.fanout.load.summary.LoadSummary;
import dev.fanout.load.summary.TrialSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JtlReaderTest {
  private static final String HEADING =
      "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
          + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n";

  @TempDir private Path folder;

  private LoadSummary read(String text) throws IOException {
    return read(text, Optional.empty());
  }

  private LoadSummary read(String text, Optional<Duration> settling) throws IOException {
    return JtlReader.read(Files.writeString(folder.resolve("results.jtl"), text), settling);
  }

  private static String line(
      long at, long elapsed, String label, String thread, String code, boolean ok, String message) {
    return at
        + ","
        + elapsed
        + ","
        + label
        + ","
        + code
        + ",OK,"
        + thread
        + ",text,"
        + ok
        + ",\""
        + message
        + "\",100,50,1,1,http://x/,"
        + elapsed / 2
        + ",0,1\n";
  }

  @Test
  void our_labels_say_target_stage_and_api_and_the_group_how_long_it_settles() throws Exception {
    StringBuilder text = new StringBuilder(HEADING);
    for (int i = 0; i < 10; i++) {
      // One each second, 100 ms long; those of the first two seconds are settling.
      text.append(
          line(
              1_000_000 + i * 1_000,
              100,
              "A/50-vus/orders/GET /orders/{id}",
              "A/50-vus settling=2000ms 1-" + (i + 1),
              "200",
              true,
              ""));
    }

    TrialSummary trial = read(text.toString()).trials().get(0);

    assertThat(trial.target()).isEqualTo("A");
    assertThat(trial.stage()).isEqualTo("50-vus");
    assertThat(trial.apis()).extracting(ApiSummary::api).containsExactly("orders");
    assertThat(trial.requests()).isEqualTo(8);
    assertThat(trial.startedAt()).isEqualTo(Instant.ofEpochMilli(1_002_000));
    // From the third start to the end of the last answer.
    assertThat(trial.window()).isEqualTo(Duration.ofMillis(7_100));
    assertThat(trial.meanInFlight()).isCloseTo(800 / 7_100.0, within(1e-9));
    assertThat((double) trial.latency().getMaxValue()).isCloseTo(100e6, within(100e3));
    assertThat((double) trial.firstByte().getMaxValue()).isCloseTo(50e6, within(50e3));
  }

  @Test
  void other_files_have_stages_by_thread_group_and_apis_by_label() throws Exception {
    LoadSummary summary =
        read(
            HEADING
                + line(1_000, 5, "Home", "Users 1-1", "200", true, "")
                + line(1_000, 5, "Home", "Others 2-1", "200", true, ""),
            Optional.of(Duration.ZERO));

    assertThat(summary.trials())
        .extracting(TrialSummary::target, TrialSummary::stage)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("jmeter", "Users"),
            org.assertj.core.groups.Tuple.tuple("jmeter", "Others"));
    assertThat(summary.resolution()).isEqualTo(Duration.ofMillis(1));
    assertThat(summary.remarks()).singleElement().asString().contains("whole milliseconds");
  }

  @Test
  void failures_have_the_names_of_our_own_engine() throws Exception {
    TrialSummary trial =
        read(HEADING
                + line(1, 5, "x", "T 1-1", "503", false, "Test failed: code expected to equal")
                + line(2, 5, "x", "T 1-1", "200", false, "Test failed: text expected to contain")
                + line(3, 5, "x", "T 1-1", "200", true, "")
                + line(
                    4,
                    0,
                    "x",
                    "T 1-1",
                    "Non HTTP response code: org.apache.http.conn.HttpHostConnectException",
                    false,
                    "")
                + line(
                    5,
                    5,
                    "x",
                    "T 1-1",
                    "Non HTTP response code: java.net.SocketTimeoutException",
                    false,
                    "")
                + line(
                    6,
                    5,
                    "x",
                    "T 1-1",
                    "Non HTTP response code: org.apache.http.NoHttpResponseException",
                    false,
                    "")
                + line(
                    7,
                    5,
                    "x",
                    "T 1-1",
                    "Non HTTP response code: javax.net.ssl.SSLHandshakeException",
                    false,
                    ""))
            .trials()
            .get(0);

    assertThat(trial.errors())
        .isEqualTo(
            Map.of("status", 1L, "body", 1L, "connect", 1L, "timeout", 1L, "reset", 1L, "tls", 1L));
    assertThat(trial.passed()).isEqualTo(1);
    assertThat(trial.requests()).isEqualTo(7);
  }

  @Test
  void a_quoted_cell_may_have_commas_quotes_and_line_ends() throws Exception {
    LoadSummary summary =
        read("success,label,elapsed,timeStamp\n" + "true,\"a, \"\"b\"\"\nc\",5,1000\n");

    assertThat(summary.trials().get(0).apis().get(0).api()).isEqualTo("a, \"b\"\nc");
  }

  @Test
  void what_is_no_jtl_is_refused_with_its_line() {
    refused("", "the file is empty");
    refused("<?xml version=\"1.0\"?>\n<testResults/>", "this is XML", "output_format=csv");
    refused("a,b\n", "no column 'timeStamp'");
    refused("timeStamp,elapsed,label,success\n1,2,x,yes\n", "line 2", "neither true nor false");
    refused(
        "timeStamp,elapsed,label,success\n2024/01/01 10:00,2,x,true\n",
        "line 2",
        "timestamp_format=ms");
    refused("timeStamp,elapsed,label,success\n1,2,\"x,true\n", "a quoted cell does not end");
    refused("timeStamp,elapsed,label,success\n", "has no samples");
  }

  private void refused(String text, String... parts) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IssueException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains(parts);
  }
}
