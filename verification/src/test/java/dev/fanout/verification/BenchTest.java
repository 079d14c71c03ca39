package dev.fanout.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benches that end before anything is measured. */
class BenchTest {
  @TempDir private Path folder;
  private FanoutProcess fanout;

  @BeforeEach
  void start_in_an_empty_folder() {
    assumeTrue(FanoutProcess.hasBackend(), "the mock backend is not packaged");
    fanout = new FanoutProcess(folder, Duration.ofMinutes(2));
  }

  @Test
  void the_published_pair_is_withheld_and_shows_both_urls() throws Exception {
    FanoutProcess.Result result =
        fanout.run(
            "bench",
            "--topologies",
            "published-shared,published-per-api",
            "--apis",
            "3",
            "--out",
            "run");

    assertThat(result.exitCode()).as(result.toString()).isEqualTo(12);
    assertThat(result.out())
        .contains("WITHHELD")
        .contains("local model")
        .contains("/api/echo/api/echo/svc01/v1/resource/")
        .contains("7071/api/echo/svc01/v1/resource/");
    assertThat(result.err()).isEmpty();
    for (String report : List.of("report.md", "report.html", "report.json")) {
      assertThat(FanoutProcess.text(folder.resolve("run").resolve(report)))
          .contains("/api/echo/api/echo/svc01/v1/resource/");
    }
    a_report_that_cannot_be_written_is_the_environment();
  }

  private void a_report_that_cannot_be_written_is_the_environment() throws Exception {
    Files.writeString(folder.resolve("taken"), "a file in the place of the folder");

    FanoutProcess.Result report = fanout.run("report", "run", "--out", "taken");

    assertThat(report.exitCode()).as(report.toString()).isEqualTo(20);
    assertThat(report.err()).contains("cannot write taken");
    assertThat(report.isClean()).isTrue();
  }

  @Test
  void secrets_of_an_extract_reach_the_backend_and_no_output() throws Exception {
    extract("a", "one");
    extract("b", "two");
    List<String> secrets =
        List.of("--named-value", "token=t0ps3cret", "--named-value=code=c0d3 x/y");

    FanoutProcess.Result diff = run(List.of("diff", "a", "b"), secrets);
    assertThat(diff.exitCode()).as(diff.toString()).isEqualTo(10);
    assertThat(diff.out())
        .contains("http://127.0.0.1:7071/api/echo/one/items?code=(secret)")
        .contains("x-functions-key: (secret)");
    assertThatNoSecretIsIn(diff.toString());

    FanoutProcess.Result bench =
        run(List.of("bench", "--artifacts-a", "a", "--artifacts-b", "b", "--out", "run"), secrets);
    assertThat(bench.exitCode()).as(bench.toString()).isEqualTo(12);
    assertThat(bench.out()).contains("shows the URLs that the policies say");
    assertThatNoSecretIsIn(bench.toString());
    assertThat(FanoutProcess.text(folder.resolve("run/run.json")))
        .contains("code=(secret)", "token=(secret)");
    try (Stream<Path> files = Files.walk(folder.resolve("run"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThatNoSecretIsIn(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
  }

  private FanoutProcess.Result run(List<String> command, List<String> more)
      throws InterruptedException {
    return fanout.run(Stream.concat(command.stream(), more.stream()).toList());
  }

  private static void assertThatNoSecretIsIn(String text) {
    assertThat(text).doesNotContain("t0ps3cret").doesNotContain("c0d3");
  }

  @Test
  void the_death_of_the_backend_ends_the_run_at_once() throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process bench =
        fanout
            .builder(List.of("bench", "--quick", "--apis", "3", "--out", "run"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      while (bench.isAlive()
          && !FanoutProcess.text(out).contains("smoke test of every operation")) {
        Thread.sleep(20);
      }
      List<ProcessHandle> children = bench.descendants().toList();
      backend(children).destroyForcibly();

      assertThat(bench.waitFor(10, TimeUnit.SECONDS)).as("ended within 10 s").isTrue();
      assertThat(bench.exitValue()).as(FanoutProcess.text(out)).isEqualTo(20);
      assertThat(FanoutProcess.text(err))
          .isEqualToIgnoringNewLines("fanout: the backend process was killed by signal 9");
      assertThat(children).noneMatch(ProcessHandle::isAlive);
    } finally {
      bench.descendants().forEach(ProcessHandle::destroyForcibly);
      bench.destroyForcibly();
    }
    FanoutProcess.Result report = fanout.run("report", "run");
    assertThat(report.exitCode()).as(report.toString()).isEqualTo(20);
    assertThat(report.out()).contains("NOT ENOUGH DATA").contains("local model");
    assertThat(folder.resolve("run/report.html")).isNotEmptyFile();
  }

  /** It is started first, and lives. */
  private static ProcessHandle backend(List<ProcessHandle> children) {
    return children.stream()
        .filter(ProcessHandle::isAlive)
        .min(Comparator.comparing(child -> child.info().startInstant().orElse(Instant.MAX)))
        .orElseThrow();
  }

  /** An API whose policy and Backend entity want a secret each. */
  private void extract(String name, String path) throws IOException {
    write(
        name + "/apis/shop/apiInformation.json",
        "{\"properties\": {\"path\": \"shop\", \"subscriptionRequired\": true}}");
    write(
        name + "/apis/shop/specification.json",
        """
        {"openapi": "3.0.1", "info": {"title": "x", "version": "1"}, "paths": {
          "/items": {"get": {"operationId": "items", "responses": {}}}}}
        """);
    write(
        name + "/apis/shop/policy.xml",
        """
        <policies>
          <inbound>
            <base/>
            <set-backend-service backend-id="shop"/>
            <set-header name="x-functions-key"><value>%s{{token}}</value></set-header>
          </inbound>
          <backend><base/></backend><outbound><base/></outbound><on-error><base/></on-error>
        </policies>
        """
            .formatted(name));
    write(
        name + "/backends/shop/backendInformation.json",
        """
        {"properties": {"url": "http://127.0.0.1:7071/api/echo/%s", "protocol": "http",
          "credentials": {"query": {"code": ["{{code}}"]}}}}
        """
            .formatted(path));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}
