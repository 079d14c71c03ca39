package dev.fanout.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands around the load engine as processes, against a server that answers as told. */
class LoadCommandsTest {
  @TempDir private Path folder;
  private FanoutProcess fanout;
  private AnsweringServer server;

  @BeforeEach
  void start() throws Exception {
    fanout = new FanoutProcess(folder, Duration.ofSeconds(60));
    server = AnsweringServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode json(Path file) throws Exception {
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void a_load_writes_its_summary_and_every_request_is_accounted_for() throws Exception {
    FanoutProcess.Result result =
        fanout.run(
            "load",
            server.url() + "/x/{id}",
            "--vus",
            "2,4",
            "--pace",
            "5ms",
            "--duration",
            "1s",
            "--settling",
            "200ms",
            "--fail-if",
            "errors>0",
            "--out",
            "out");

    assertThat(result.exitCode()).as(result.toString()).isZero();
    assertThat(result.out()).contains("2-vus").contains("4-vus").contains("closed model");
    assertThat(result.out()).doesNotContain("\u001b");
    JsonNode summary = json(folder.resolve("out/summary.json"));
    assertThat(summary.get("trials")).hasSize(2);
    for (JsonNode trial : summary.get("trials")) {
      assertThat(trial.get("passed").asLong())
          .isPositive()
          .isEqualTo(trial.get("requests").asLong());
    }
    assertThat(folder.resolve("out/summary.csv")).exists();
    assertThat(folder.resolve("out/trials.hlog")).exists();
    assertThat(folder.resolve("out/intervals.hlog")).exists();
    assertThat(json(folder.resolve("out/k6-target.json")).at("/metrics/http_reqs/count").asLong())
        .isPositive();
  }

  @Test
  void a_condition_that_is_true_exits_with_10_and_one_without_data_with_11() throws Exception {
    List<String> load =
        List.of(
            "load", server.url() + "/503", "--vus", "1", "--pace", "20ms", "--duration", "500ms");

    FanoutProcess.Result failed = fanout.run(with(load, "--fail-if", "errors>1%"));
    FanoutProcess.Result unknown =
        fanout.run(with(load, "--status", "503", "--fail-if", "p99.9>1s"));
    FanoutProcess.Result wrong = fanout.run(with(load, "--fail-if", "p95>>1s"));

    assertThat(failed.exitCode()).as(failed.toString()).isEqualTo(10);
    assertThat(failed.out()).contains("FAIL").contains("status 503");
    assertThat(unknown.exitCode()).as(unknown.toString()).isEqualTo(11);
    assertThat(unknown.out()).contains("not enough data");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("LOAD_CONDITION").contains("    ^");
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> all = new java.util.ArrayList<>(command);
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void another_machine_is_refused_unless_it_is_allowed_with_a_limit() throws Exception {
    FanoutProcess.Result remote = fanout.run("load", "http://192.0.2.1/", "--duration", "1s");
    FanoutProcess.Result unlimited =
        fanout.run("load", "http://192.0.2.1/", "--allow-remote", "--duration", "1s");

    assertThat(remote.exitCode()).as(remote.toString()).isEqualTo(2);
    assertThat(remote.err()).contains("192.0.2.1").contains("--allow-remote");
    assertThat(unlimited.exitCode()).isEqualTo(2);
    assertThat(unlimited.err()).contains("--max-rate");
  }

  @Test
  void a_dead_target_is_the_environment() throws Exception {
    String url = server.url();
    server.close();

    FanoutProcess.Result load = fanout.run("load", url + "/", "--duration", "1s");
    FanoutProcess.Result smoke = fanout.run("smoke", url + "/");

    assertThat(load.exitCode()).as(load.toString()).isEqualTo(20);
    assertThat(load.out() + load.err()).contains("refused");
    assertThat(load.isClean()).isTrue();
    assertThat(smoke.exitCode()).as(smoke.toString()).isIn(10, 20);
  }

  @Test
  void an_interrupted_load_keeps_what_was_measured() throws Exception {
    Process process =
        fanout
            .builder(
                List.of(
                    "load",
                    server.url() + "/x",
                    "--vus",
                    "1",
                    "--pace",
                    "5ms",
                    "--settling",
                    "100ms",
                    "--duration",
                    "60s",
                    "--out",
                    "out"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile())
            .start();
    Path lines = folder.resolve("out/intervals.jsonl");
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < until
        && !(Files.exists(lines) && Files.readString(lines).lines().count() >= 3)) {
      Thread.sleep(50);
    }
    process.destroy();

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("log.txt"))).isEqualTo(11);
    JsonNode summary = json(folder.resolve("out/summary.json"));
    assertThat(summary.get("interrupted").asBoolean()).isTrue();
    assertThat(summary.at("/trials/0/passed").asLong()).isPositive();
  }

  @Test
  void a_smoke_test_asks_each_operation_once() throws Exception {
    Files.writeString(
        folder.resolve("fanout.yaml"),
        """
        upstream: {url: "http://127.0.0.1/api"}
        apis:
          - {id: a, path: a, operations: ["GET /x/{id}", "POST /y"]}
          - {id: b, path: "503", operations: ["GET /z"]}
        """);

    FanoutProcess.Result result = fanout.run("smoke", server.url(), "--catalog", "fanout.yaml");

    assertThat(result.exitCode()).as(result.toString()).isEqualTo(10);
    assertThat(result.out().lines().toList()).hasSize(4);
    assertThat(result.out()).contains("2 of 3 OK");
    assertThat(result.out().lines().filter(line -> line.startsWith("FAIL")))
        .singleElement()
        .asString()
        .contains("/503/z")
        .contains("503");
    assertThat(server.paths()).filteredOn(path -> path.startsWith("/a/")).hasSize(2);
  }

  @Test
  void exports_and_imports_meet() throws Exception {
    FanoutProcess.Result export =
        fanout.run("export", "jmx", server.url() + "/x/{id}", "--vus", "5", "--out", "jmeter");
    FanoutProcess.Result k6 =
        fanout.run("export", "k6", server.url() + "/x/{id}", "--rate", "50", "--out", "k6");
    Files.writeString(
        folder.resolve("results.jtl"),
        "timeStamp,elapsed,label,responseCode,threadName,success\n"
            + "1000,7,target/5-vus/url/GET /x/{id},200,target/5-vus settling=0ms 1-1,true\n");
    FanoutProcess.Result jtl = fanout.run("import", "jtl", "results.jtl", "--out", "imported");

    assertThat(export.exitCode()).as(export.toString()).isZero();
    assertThat(folder.resolve("jmeter/plan.jmx")).exists();
    assertThat(folder.resolve("jmeter/loadtest.yaml")).exists();
    assertThat(k6.exitCode()).as(k6.toString()).isZero();
    assertThat(folder.resolve("k6/script.js")).exists();
    assertThat(jtl.exitCode()).as(jtl.toString()).isZero();
    assertThat(json(folder.resolve("imported/summary.json")).at("/trials/0/target").asText())
        .isEqualTo("target");
    assertThat(jtl.out()).contains("whole milliseconds");
  }
}
