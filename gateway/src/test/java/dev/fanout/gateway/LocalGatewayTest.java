package dev.fanout.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fanout.diagnostics.IssueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalGatewayTest {
  private static final JsonMapper JSON = new JsonMapper();

  private TinyUpstream upstream;

  @BeforeEach
  void startTheUpstream() throws IOException {
    upstream = new TinyUpstream();
  }

  @AfterEach
  void stopTheUpstream() throws IOException {
    upstream.close();
  }

  @Test
  void targets_reach_the_upstream_byte_for_byte() throws IOException {
    try (LocalGateway gateway = LocalGateway.start(options("A"))) {
      String target = "/resource/a%2Fb+c;x=1?k=1&k=2&empty=&novalue&plus=x+y&s=%2f";
      String response = RawClient.get(gateway.port("A"), "/api/a" + target);
      assertThat(response).startsWith("HTTP/1.1 200 OK\r\n").contains("X-Upstream: tiny\r\n");
      assertThat(upstream.requestLines()).containsExactly("GET /base" + target);
      assertThat(upstream.heads().get(0))
          .contains("\r\nHost: upstream.test\r\n")
          .contains("\r\nX-Forwarded-For: 127.0.0.1\r\n");
    }
  }

  @Test
  void bodies_go_both_ways() throws IOException {
    try (LocalGateway gateway = LocalGateway.start(options("A"))) {
      String body = "0123456789".repeat(50_000);
      assertThat(RawClient.post(gateway.port("A"), "/api/a/resource/1", body))
          .endsWith("\r\n\r\n" + body);
    }
  }

  @Test
  void variants_have_routers_ports_and_counters_of_their_own() throws IOException {
    try (LocalGateway gateway = LocalGateway.start(options("A", "B"))) {
      assertThat(gateway.variants()).containsExactly("A", "B");
      assertThat(gateway.port("A")).isNotEqualTo(gateway.port("B"));
      RawClient.get(gateway.port("A"), "/api/a/resource/1");
      RawClient.get(gateway.port("A"), "/api/a/resource/2");
      RawClient.get(gateway.port("A"), "/api/b/resource/1");
      RawClient.get(gateway.port("B"), "/api/b/resource/1");
      GatewayCounters a = gateway.counters("A");
      assertThat(a.requests()).isEqualTo(3);
      assertThat(a.notFound()).isEqualTo(1);
      assertThat(a.connectionsOpened() + a.connectionsReused()).isEqualTo(2);
      GatewayCounters b = gateway.counters("B");
      assertThat(b.requests()).isEqualTo(1);
      assertThat(b.notFound()).isZero();
      assertThat(b.connectionsOpened()).isEqualTo(1);
    }
  }

  @Test
  void an_upstream_that_refuses_gives_500_and_is_counted() throws IOException {
    GatewayOptions options = options("A");
    upstream.close();
    try (LocalGateway gateway = LocalGateway.start(options)) {
      assertThat(RawClient.get(gateway.port("A"), "/api/a/resource/1"))
          .startsWith("HTTP/1.1 500 Internal Server Error\r\n")
          .contains("{ \"statusCode\": 500, \"message\": \"Internal server error\", ");
      assertThat(gateway.counters("A").policyErrors()).isEqualTo(1);
    }
  }

  @Nested
  class Mistakes {

    @Test
    void a_taken_port_is_one_issue() throws IOException {
      try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        GatewayOptions options =
            GatewayOptions.of(
                VariantOptions.estate("A", TestEstates.plain("a", "http://upstream.test"))
                    .withPort(taken.getLocalPort()));
        assertThatThrownBy(() -> LocalGateway.start(options))
            .isInstanceOfSatisfying(
                IssueException.class,
                e -> assertThat(e.issues().get(0).code()).isEqualTo("GATEWAY_PORT"));
      }
    }

    @Test
    void a_folder_that_is_not_there_is_an_issue(@TempDir Path dir) {
      GatewayOptions options = GatewayOptions.of(VariantOptions.folder("A", dir.resolve("none")));
      assertThatThrownBy(() -> LocalGateway.start(options)).isInstanceOf(IssueException.class);
    }

    @Test
    void an_unknown_policy_is_one_issue_or_left_out_when_that_is_allowed(@TempDir Path dir)
        throws IOException {
      Path policy = dir.resolve("apis/plain/policy.xml");
      Files.createDirectories(policy.getParent());
      TestEstates.plainFiles("a", "http://upstream.test")
          .forEach(
              (path, bytes) -> {
                try {
                  Files.write(dir.resolve(path), bytes);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      Files.writeString(
          policy,
          "<policies>\n  <inbound><base/><set-haeder name=\"a\"/></inbound>\n"
              + "  <backend><forward-request/></backend>\n</policies>\n");
      GatewayOptions options =
          GatewayOptions.of(VariantOptions.folder("A", dir)).withConnectTo(upstream.address());
      assertThatThrownBy(() -> LocalGateway.start(options))
          .isInstanceOfSatisfying(
              IssueException.class,
              e -> {
                assertThat(e.issues()).hasSize(1);
                assertThat(e.issues().get(0).location().orElseThrow().toString())
                    .isEqualTo(policy + ":2:20");
                assertThat(e.issues().get(0).hint()).contains("did you mean 'set-header'?");
              });
      try (LocalGateway gateway = LocalGateway.start(options.withAllowUnsupported(true))) {
        assertThat(gateway.skipped("A")).hasSize(1);
        assertThat(gateway.skipped("A").get(0).toString()).endsWith(":2:20 set-haeder");
        assertThat(RawClient.get(gateway.port("A"), "/a/resource/1")).startsWith("HTTP/1.1 200");
      }
    }

    @Test
    void an_injection_needs_its_variant() {
      GatewayOptions options = options("A");
      assertThatThrownBy(
              () -> options.withInjections(List.of(Injection.delay("B", Duration.ofMillis(1)))))
          .hasMessageContaining("'B', which is no variant");
    }
  }

  @Nested
  class Injections {

    @Test
    void take_at_least_their_time_and_measure_it() throws IOException {
      GatewayOptions options =
          options("A", "B")
              .withInjections(
                  List.of(
                      Injection.delay("B", Duration.ofMillis(2)),
                      Injection.cpu("B", Duration.ofNanos(300_000))));
      try (LocalGateway gateway = LocalGateway.start(options)) {
        for (int i = 0; i < 5; i++) {
          RawClient.get(gateway.port("A"), "/api/a/resource/1");
          RawClient.get(gateway.port("B"), "/api/b/resource/1");
        }
        assertThat(gateway.counters("A").injections()).isEmpty();
        List<InjectionStats> stats = gateway.counters("B").injections();
        assertThat(stats).extracting(InjectionStats::kind).containsExactly("delay", "cpu");
        assertThat(stats).extracting(InjectionStats::requests).containsExactly(5L, 5L);
        assertThat(stats.get(0).totalNanos()).isGreaterThanOrEqualTo(5 * 2_000_000L);
        assertThat(stats.get(1).totalNanos()).isGreaterThanOrEqualTo(5 * 300_000L);
      }
    }
  }

  @Nested
  class TheRequestLog {

    @Test
    void has_the_columns_of_the_gateway_logs(@TempDir Path dir) throws IOException {
      Path file = dir.resolve("requests.jsonl");
      try (LocalGateway gateway = LocalGateway.start(options("A").withLogFile(file))) {
        RawClient.get(gateway.port("A"), "/api/a/resource/1?key=secret");
        RawClient.get(gateway.port("A"), "/nowhere");
      }
      // Two connections may have two loops, whose lines come in any order.
      List<String> lines =
          Files.readAllLines(file).stream()
              .sorted(Comparator.comparing((String line) -> line.contains("OperationNotFound")))
              .toList();
      assertThat(lines).hasSize(2);
      JsonNode served = JSON.readTree(lines.get(0));
      assertThat(served.get("OperationName").asText())
          .isEqualTo("Microsoft.ApiManagement/GatewayLogs");
      assertThat(served.get("ResponseCode").asInt()).isEqualTo(200);
      assertThat(served.get("ApiId").asText()).isEqualTo("plain");
      assertThat(served.get("OperationId").asText()).isEqualTo("get-resource");
      assertThat(served.get("BackendUrl").asText())
          .isEqualTo("http://upstream.test/base/resource/1");
      assertThat(served.get("BackendResponseCode").asInt()).isEqualTo(200);
      assertThat(served.get("TotalTimeNanos").asLong())
          .isGreaterThanOrEqualTo(served.get("BackendTimeNanos").asLong());
      assertThat(served.get("BackendTimeNanos").asLong()).isPositive();
      assertThat(lines.get(0)).doesNotContain("secret");
      JsonNode missed = JSON.readTree(lines.get(1));
      assertThat(missed.get("ResponseCode").asInt()).isEqualTo(404);
      assertThat(missed.get("LastErrorReason").asText()).isEqualTo("OperationNotFound");
      assertThat(missed.has("BackendUrl")).isFalse();
    }
  }

  @Nested
  class AsAChildProcess {

    @Test
    void it_says_its_ports_answers_stats_and_ends_with_its_input() throws Exception {
      PipedOutputStream commands = new PipedOutputStream();
      PipedInputStream input = new PipedInputStream(commands);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Thread child =
          new Thread(
              () ->
                  GatewayProcess.run(
                      options("A"), input, new PrintStream(out, true, StandardCharsets.UTF_8)));
      child.start();
      JsonNode ready = JSON.readTree(line(out, 0));
      assertThat(ready.get("event").asText()).isEqualTo("ready");
      assertThat(ready.get("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
      JsonNode variant = ready.get("variants").get(0);
      assertThat(variant.get("name").asText()).isEqualTo("A");
      assertThat(variant.get("topology").asText()).isEqualTo("service-url");
      RawClient.get(variant.get("port").asInt(), "/api/a/resource/1");
      commands.write("stats\nnonsense\n".getBytes(StandardCharsets.UTF_8));
      commands.flush();
      JsonNode stats = JSON.readTree(line(out, 1));
      assertThat(stats.get("event").asText()).isEqualTo("stats");
      assertThat(stats.get("variants").get(0).get("requests").asLong()).isEqualTo(1);
      assertThat(stats.get("variants").get(0).get("connectionsOpened").asLong()).isEqualTo(1);
      assertThat(JSON.readTree(line(out, 2)).get("event").asText()).isEqualTo("error");
      commands.close();
      child.join(10_000);
      assertThat(child.isAlive()).isFalse();
    }

    private static String line(ByteArrayOutputStream out, int index) throws InterruptedException {
      for (int i = 0; i < 1_000; i++) {
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length > index + 1) {
          return lines[index];
        }
        Thread.sleep(10);
      }
      throw new AssertionError("no line " + index + ": " + out);
    }
  }

  private GatewayOptions options(String... names) {
    VariantOptions[] variants = new VariantOptions[names.length];
    for (int i = 0; i < names.length; i++) {
      variants[i] =
          VariantOptions.estate(
                  names[i],
                  TestEstates.plain(
                      "api/" + names[i].toLowerCase(Locale.ROOT), "http://upstream.test/base"))
              .withTopology("service-url");
    }
    return GatewayOptions.of(variants).withConnectTo(upstream.address());
  }
}
