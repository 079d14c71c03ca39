package dev.fanout.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the exports write runs in the real tools and sends the mix of the plan. The tools are
 * processes, run where they are there: {@code verification/tools/fetch-jmeter} fetches one, {@code
 * go install go.k6.io/k6@latest} builds the other.
 */
class LoadEnginesTest {
  private static final Map<String, Integer> WEIGHTS = new LinkedHashMap<>();

  static {
    WEIGHTS.put("a", 4);
    WEIGHTS.put("b", 3);
    WEIGHTS.put("c", 2);
    WEIGHTS.put("d", 1);
  }

  /** Of chi-square with three degrees of freedom: exceeded by chance once in 10,000 times. */
  private static final double LIMIT = 21.11;

  private static final Path JMETER =
      FanoutProcess.ROOT.resolve("verification/target/tools/jmeter/bin/ApacheJMeter.jar");

  @TempDir private Path folder;
  private FanoutProcess fanout;
  private AnsweringServer server;

  @BeforeEach
  void start() throws IOException {
    fanout = new FanoutProcess(folder, Duration.ofSeconds(60));
    server = AnsweringServer.start();
    Files.writeString(
        folder.resolve("plan.yaml"),
        """
        targets:
          - {name: A, url: "URL"}
          - {name: B, url: "URL/x"}
        requests:
          - {api: a, operation: get, path: "/a/{id}", weight: 4}
          - {api: b, operation: get, path: "/b/{id}?who={who}", weight: 3}
          - {api: c, operation: post, method: POST, path: /c, body: '{"who": "{who}"}', weight: 2}
          - {api: d, operation: get, path: /d, weight: 1}
        parameters: [{name: who, values: [ann, "b ob"]}]
        stages:
          - {vus: 4, pace: 20ms, settling: 500ms, duration: 2s}
          - {rate: 100, settling: 500ms, duration: 2s}
        seed: 7
        """
            .replace("URL", server.url()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void jmeter_runs_the_plan_and_its_results_come_back() throws Exception {
    assumeTrue(Files.exists(JMETER), "no JMeter; verification/tools/fetch-jmeter fetches it");
    export("jmx");

    String log =
        run(
            folder.resolve("out"),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-jar",
            JMETER.toString(),
            "-n",
            "-t",
            "plan.jmx",
            "-q",
            "user.properties",
            "-l",
            "results.jtl",
            "-j",
            "jmeter.log");

    assertThat(server.paths()).as(log).hasSizeGreaterThan(500);
    assertThat(chiSquare()).as("%s", counts()).isLessThan(LIMIT);
    FanoutProcess.Result imported =
        fanout.run("import", "jtl", "out/results.jtl", "--fail-if", "errors>0", "--out", "in");
    assertThat(imported.exitCode()).as(imported.toString()).isZero();
    JsonNode summary = new ObjectMapper().readTree(folder.resolve("in/summary.json").toFile());
    assertThat(summary.get("trials").findValuesAsText("stage"))
        .containsExactlyInAnyOrder("4-vus", "4-vus", "100-per-s", "100-per-s");
    long requests = 0;
    for (JsonNode trial : summary.get("trials")) {
      requests += trial.get("requests").asLong();
      assertThat(trial.get("apis").findValuesAsText("api"))
          .containsExactlyInAnyOrder("a", "b", "c", "d");
    }
    // A fifth of each trial is settling and left out.
    assertThat(requests).isBetween(server.paths().size() / 2L, server.paths().size() * 9L / 10);
    assertThat(server.paths()).anyMatch(path -> path.endsWith("?who=b%20ob"));
  }

  @Test
  void k6_runs_the_script() throws Exception {
    Optional<Path> k6 = k6();
    assumeTrue(k6.isPresent(), "no k6; go install go.k6.io/k6@latest builds it");
    export("k6");

    String log = run(folder.resolve("out"), k6.get().toString(), "run", "--quiet", "script.js");

    assertThat(server.paths()).as(log).hasSizeGreaterThan(500);
    assertThat(chiSquare()).as("%s", counts()).isLessThan(LIMIT);
    assertThat(server.paths()).anyMatch(path -> path.endsWith("?who=b%20ob"));
  }

  private void export(String format) throws InterruptedException {
    FanoutProcess.Result export = fanout.run("export", format, "plan.yaml", "--out", "out");
    assertThat(export.exitCode()).as(export.toString()).isZero();
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    WEIGHTS.keySet().forEach(name -> counts.put(name, 0L));
    for (String path : server.paths()) {
      counts.merge(path.replaceFirst("^/x/", "/").substring(1).split("[/?]", 2)[0], 1L, Long::sum);
    }
    return counts;
  }

  private double chiSquare() {
    Map<String, Long> counts = counts();
    assertThat(counts.keySet()).isEqualTo(WEIGHTS.keySet());
    double all = counts.values().stream().mapToLong(Long::longValue).sum();
    double sum = 0;
    for (Map.Entry<String, Integer> weight : WEIGHTS.entrySet()) {
      double expected = all * weight.getValue() / 10;
      sum += Math.pow(counts.get(weight.getKey()) - expected, 2) / expected;
    }
    return sum;
  }

  private static Optional<Path> k6() {
    Stream<Path> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry, "k6"));
    Path built = Path.of(System.getProperty("user.home"), "go", "bin", "k6");
    return Stream.concat(onPath, Stream.of(built)).filter(Files::isExecutable).findFirst();
  }

  private static String run(Path directory, String... command) throws Exception {
    Path log = directory.resolve("process.log");
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    assertThat(ended).as(Files.readString(log)).isTrue();
    return Files.readString(log);
  }
}
