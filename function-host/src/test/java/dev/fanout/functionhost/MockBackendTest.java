package dev.fanout.functionhost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.functionhost.FunctionHostOptions.Waiting;
import dev.fanout.functionhost.RawClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged function behind the local host, over real sockets. */
class MockBackendTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Waiting, FunctionHost> HOSTS = new EnumMap<>(Waiting.class);

  @BeforeAll
  static void startHosts() throws IOException {
    Path folder = Packaged.folder();
    for (Waiting waiting : Waiting.values()) {
      HOSTS.put(waiting, FunctionHost.start(FunctionHostOptions.of(folder, 0, waiting)));
    }
  }

  @AfterAll
  static void stopHosts() {
    HOSTS.values().forEach(FunctionHost::close);
  }

  @Nested
  class TheEcho {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api/echo",
          "/api/echo/",
          "/api/echo/svc01/v1/resource/17",
          "/api/echo/api/echo/svc01",
          "/api/echo/a%2Fb/c%20d",
          "/api/echo/a+b?q=a+b",
          "/api/echo/x?k=1&k=2&k=1",
          "/api/echo/x?empty=&none&=v&&",
          "/api/echo/x?",
          "/api/echo/x?url=http://h/p?q=%3F",
          "/api/echo//double//slash/",
          "/api/echo/a/../b/./c",
          "/api/echo/x;rev=2/y",
          "/api/echo/UPPER/%7euser",
          "/api/echo/not|a{uri}\"^`?q=<%zz>",
          "/API/Echo/case"
        })
    void shows_path_and_query_as_they_were_sent(String target) throws Exception {
      int mark = target.indexOf('?');
      for (FunctionHost host : HOSTS.values()) {
        Response response = RawClient.get(host.port(), target);

        assertThat(response.status()).as(response.toString()).isEqualTo(200);
        JsonNode echo = JSON.readTree(response.body());
        assertThat(echo.get("path").asText())
            .isEqualTo(mark < 0 ? target : target.substring(0, mark));
        if (mark < 0) {
          assertThat(echo.get("query").isNull()).isTrue();
        } else {
          assertThat(echo.get("query").asText()).isEqualTo(target.substring(mark + 1));
        }
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void shows_the_method(String method) throws Exception {
      Response response =
          RawClient.once(
              port(), method + " /api/echo/x HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");

      assertThat(JSON.readTree(response.body()).get("method").asText()).isEqualTo(method);
    }

    @Test
    void answers_head_with_the_length_and_no_body() throws Exception {
      try (RawClient client = new RawClient(port())) {
        client.send("HEAD /api/echo/x HTTP/1.1\r\nHost: h\r\n\r\n");
        Response head = client.receive(true);
        client.send("GET /api/time HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.head().toLowerCase(java.util.Locale.ROOT)).contains("content-length: ");
        assertThat(client.receive().body()).startsWith("{\"utc\":");
      }
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void waits_at_least_the_delay_and_says_how_long_it_was(Waiting waiting) throws Exception {
      int port = HOSTS.get(waiting).port();

      JsonNode byDefault = JSON.readTree(RawClient.get(port, "/api/echo/x").body());
      JsonNode asked = JSON.readTree(RawClient.get(port, "/api/echo/x?delayMs=12.5").body());
      JsonNode none = JSON.readTree(RawClient.get(port, "/api/echo/x?delayMs=0").body());

      assertThat(byDefault.get("delayNanos").asLong()).isGreaterThanOrEqualTo(5_000_000);
      assertThat(asked.get("delayNanos").asLong()).isGreaterThanOrEqualTo(12_500_000);
      assertThat(none.get("delayNanos").asLong()).isLessThan(5_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10001", "abc", "", "1e3", "99999999999"})
    void refuses_a_delay_out_of_bounds(String delay) throws Exception {
      Response response = RawClient.get(port(), "/api/echo/x?delayMs=" + delay);

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.body()).contains("0 to 10000");
    }

    @Test
    void counts_its_requests_and_names_its_instance() throws Exception {
      JsonNode first = JSON.readTree(RawClient.get(port(), "/api/echo/x").body());
      JsonNode second = JSON.readTree(RawClient.get(port(), "/api/echo/x").body());

      assertThat(second.get("sequence").asLong()).isGreaterThan(first.get("sequence").asLong());
      assertThat(second.get("instance").asText())
          .isNotBlank()
          .isEqualTo(first.get("instance").asText());
    }

    @Test
    void shows_no_header_and_no_body_unless_asked() throws Exception {
      Response response =
          RawClient.once(
              port(),
              "POST /api/echo/x HTTP/1.1\r\nHost: h\r\nAccept: a\r\nContent-Length: 4\r\n\r\nbody");

      assertThat(JSON.readTree(response.body()).properties())
          .extracting(Map.Entry::getKey)
          .containsExactly("path", "query", "method", "instance", "sequence", "delayNanos");
    }

    @Test
    void shows_headers_of_the_allow_list_and_never_a_credential() throws Exception {
      Response response =
          RawClient.once(
              port(),
              """
              GET /api/echo/x?echoHeaders=true HTTP/1.1\r
              Host: contoso\r
              Accept: text/html\r
              Accept: text/plain\r
              Ocp-Apim-Subscription-Key: secret1\r
              Authorization: Bearer secret2\r
              X-Functions-Key: secret3\r
              Cookie: secret4\r
              X-Waws-Unencoded-Url: /api/echo/forged\r
              X-Anything: secret5\r
              \r
              """);

      JsonNode echo = JSON.readTree(response.body());
      assertThat(echo.get("headers"))
          .isEqualTo(JSON.readTree("{\"accept\":\"text/html,text/plain\",\"host\":\"contoso\"}"));
      assertThat(echo.get("path").asText()).isEqualTo("/api/echo/x");
      assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void shows_a_body_when_asked_up_to_its_limit() throws Exception {
      String body = "é".repeat(9_000);
      Response response =
          RawClient.once(
              port(),
              "POST /api/echo/x?echoBody=true HTTP/1.1\r\nHost: h\r\nContent-Length: 18000\r\n\r\n"
                  + "Ã©".repeat(9_000));

      JsonNode echo = JSON.readTree(response.body());
      assertThat(echo.get("body").asText()).isEqualTo(body.substring(0, 8_192));
      assertThat(echo.get("bodyChars").asInt()).isEqualTo(9_000);
    }
  }

  @Nested
  class TheHost {
    @Test
    void answers_404_to_paths_and_methods_that_no_function_takes() throws Exception {
      for (String line :
          new String[] {
            "GET / ", "GET /echo/x ", "GET /api/other ", "GET /apiecho ", "POST /api/time "
          }) {
        Response response =
            RawClient.once(port(), line + "HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
        assertThat(response.status()).as(line).isEqualTo(404);
      }
    }

    @Test
    void answers_pipelined_requests_in_their_order() throws Exception {
      for (FunctionHost host : HOSTS.values()) {
        try (RawClient client = new RawClient(host.port())) {
          client.send(
              "GET /api/echo/1?delayMs=20 HTTP/1.1\r\nHost: h\r\n\r\n"
                  + "GET /api/nothing HTTP/1.1\r\nHost: h\r\n\r\n"
                  + "GET /api/echo/3?delayMs=0 HTTP/1.1\r\nHost: h\r\n\r\n");

          assertThat(client.receive().body()).contains("\"/api/echo/1\"");
          assertThat(client.receive().status()).isEqualTo(404);
          assertThat(client.receive().body()).contains("\"/api/echo/3\"");
        }
      }
    }

    @Test
    void closes_when_asked_and_after_a_malformed_head() throws Exception {
      try (RawClient client = new RawClient(port())) {
        client.send("GET /api/time HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        assertThat(client.receive().status()).isEqualTo(200);
        assertThat(client.isClosedByPeer()).isTrue();
      }
      try (RawClient client = new RawClient(port())) {
        client.send("GET /api/time HTTP/1.1\r\nbad header\r\n\r\n");
        assertThat(client.receive().status()).isEqualTo(400);
        assertThat(client.isClosedByPeer()).isTrue();
      }
    }

    @Test
    void answers_413_to_a_body_over_its_limit() throws Exception {
      Response response =
          RawClient.once(
              port(),
              "POST /api/echo/x HTTP/1.1\r\nHost: h\r\nContent-Length: 1048577\r\n\r\n"
                  + "x".repeat(1_048_577));

      assertThat(response.status()).isEqualTo(413);
    }

    @Test
    void tells_its_time() throws Exception {
      JsonNode time = JSON.readTree(RawClient.get(port(), "/api/time").body());

      assertThat(Instant.parse(time.get("utc").asText()))
          .isCloseTo(
              Instant.now(),
              org.assertj.core.api.Assertions.within(
                  Duration.ofMinutes(1).toSeconds(), java.time.temporal.ChronoUnit.SECONDS));
    }

    @Test
    void counts_connections_and_requests() throws Exception {
      HostCounters before = HOSTS.get(Waiting.TIMER).counters();
      RawClient.get(port(), "/api/time");
      HostCounters after = HOSTS.get(Waiting.TIMER).counters();

      assertThat(after.requests() - before.requests()).isEqualTo(1);
      assertThat(after.connectionsOpened() - before.connectionsOpened()).isEqualTo(1);
    }
  }

  private static int port() {
    return HOSTS.get(Waiting.TIMER).port();
  }

  /** A host that plays several instances gives each its own name, and the function resolves it. */
  @Nested
  class SeveralInstances {
    private String instance(FunctionHost host) throws Exception {
      return JSON.readTree(RawClient.get(host.port(), "/api/echo/x").body())
          .get("instance")
          .asText();
    }

    @Test
    void answer_with_their_own_names() throws Exception {
      FunctionHostOptions options =
          FunctionHostOptions.of(Packaged.folder(), 0, Waiting.TIMER)
              .withScaling(new ScalingModel(2, 1, Duration.ofMillis(10)));
      try (FunctionHost host = FunctionHost.start(options)) {
        assertThat(instance(host)).isEqualTo("instance-1");
        assertThat(host.servedByInstance()).isEqualTo(Map.of("instance-1", 1L));
      }
      try (FunctionHost alone =
          FunctionHost.start(FunctionHostOptions.of(Packaged.folder(), 0, Waiting.TIMER))) {
        assertThat(instance(alone)).isNotEqualTo("instance-1");
        assertThat(alone.servedByInstance()).isEmpty();
      }
    }
  }
}
