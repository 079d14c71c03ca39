package dev.fanout.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
  private static final String GET = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final ResponseHead HEAD = new ResponseHead(200, "OK", new HttpHeaders());

  private static OutgoingBody body(String text) {
    return OutgoingBody.bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_taken_port_is_an_error_that_names_it() throws Exception {
    try (EventLoops loops = EventLoops.create(1);
        HttpServer server = HttpServer.start(loops, HttpServerOptions.defaults(), exchange -> {})) {
      HttpServerOptions taken = HttpServerOptions.defaults().withPort(server.port());
      assertThatThrownBy(() -> HttpServer.start(loops, taken, exchange -> {}))
          .isInstanceOf(BindException.class)
          .hasMessage("cannot listen on 127.0.0.1:" + server.port());
    }
  }

  @Test
  void connections_over_the_limit_are_closed_and_counted() throws Exception {
    HttpServerOptions defaults = HttpServerOptions.defaults();
    HttpServerOptions two =
        new HttpServerOptions(
            0,
            2,
            defaults.maxTargetBytes(),
            defaults.maxHeadBytes(),
            defaults.maxHeaders(),
            defaults.maxBodyBytes(),
            defaults.headTimeout(),
            defaults.idleTimeout());
    try (EventLoops loops = EventLoops.create(1);
        HttpServer server =
            HttpServer.start(loops, two, exchange -> exchange.respond(HEAD, OutgoingBody.EMPTY))) {
      Wire first = Wire.connect(server.port());
      first.send(GET);
      first.readMessage();
      Wire second = Wire.connect(server.port());
      second.send(GET);
      second.readMessage();

      Wire third = Wire.connect(server.port());
      assertThat(third.readToEnd()).isEmpty();
      assertThat(server.counters()).isEqualTo(new ServerCounters(2, 0, 0, 2, 1));

      first.close();
      UpstreamPoolsTest.await(
          () -> {
            try (Wire fourth = Wire.connect(server.port())) {
              fourth.send(GET);
              return fourth.readMessage().startsWith("HTTP/1.1 200");
            } catch (IOException refused) {
              return false;
            }
          });
      second.close();
    }
  }

  @Nested
  class AnExchangeThatIsKept {
    @ParameterizedTest
    @ValueSource(strings = {"timer", "thread"})
    void is_answered_later_from_its_event_loop(String from) throws Exception {
      try (EventLoops loops = EventLoops.create(1);
          HttpServer server =
              HttpServer.start(
                  loops,
                  HttpServerOptions.defaults(),
                  exchange -> {
                    Runnable answer = () -> exchange.respond(HEAD, body(from));
                    if (from.equals("timer")) {
                      exchange.eventLoop().schedule(answer, 20, TimeUnit.MILLISECONDS);
                    } else {
                      new Thread(() -> exchange.eventLoop().execute(answer)).start();
                    }
                  });
          Wire client = Wire.connect(server.port())) {
        for (int i = 0; i < 3; i++) {
          client.send(GET);
          assertThat(client.readMessage()).endsWith(from);
        }
      }
    }

    @Test
    void is_not_answered_from_another_thread() throws Exception {
      BlockingQueue<HttpExchange> exchanges = new LinkedBlockingQueue<>();
      try (EventLoops loops = EventLoops.create(1);
          HttpServer server =
              HttpServer.start(loops, HttpServerOptions.defaults(), exchanges::add);
          Wire client = Wire.connect(server.port())) {
        client.send(GET);
        HttpExchange exchange = exchanges.take();
        assertThatThrownBy(() -> exchange.respond(HEAD, OutgoingBody.EMPTY))
            .isInstanceOf(IllegalStateException.class);
      }
    }

    @Test
    void is_answered_once() throws Exception {
      CompletableFuture<Throwable> second = new CompletableFuture<>();
      try (EventLoops loops = EventLoops.create(1);
          HttpServer server =
              HttpServer.start(
                  loops,
                  HttpServerOptions.defaults(),
                  exchange -> {
                    exchange.respond(HEAD, body("first"));
                    try {
                      exchange.respond(HEAD, body("second"));
                    } catch (IllegalStateException thrown) {
                      second.complete(thrown);
                    }
                  });
          Wire client = Wire.connect(server.port())) {
        client.send(GET);
        assertThat(client.readMessage()).endsWith("first");
        assertThat(second.get()).hasMessage("the exchange was answered before");
      }
    }

    @Test
    void hears_that_its_client_has_gone_and_its_answer_goes_nowhere() throws Exception {
      BlockingQueue<HttpExchange> exchanges = new LinkedBlockingQueue<>();
      CompletableFuture<String> ending = new CompletableFuture<>();
      try (EventLoops loops = EventLoops.create(1);
          HttpServer server =
              HttpServer.start(
                  loops,
                  HttpServerOptions.defaults(),
                  exchange -> {
                    StringBuilder events = new StringBuilder();
                    exchange.onClientGone(
                        () -> {
                          events.append("gone ");
                          exchange.respond(HEAD, body("too late"));
                        });
                    exchange.onComplete(
                        () -> ending.complete(events.append(exchange.isAnswered()).toString()));
                    exchanges.add(exchange);
                  })) {
        Wire client = Wire.connect(server.port());
        client.send(GET);
        exchanges.take();
        client.close();
        assertThat(ending.get()).isEqualTo("gone false");
        assertThat(server.counters().aborted()).isEqualTo(1);
      }
    }
  }

  @Nested
  class ForTheLog {
    @Test
    void an_exchange_knows_its_times_and_sizes() throws Exception {
      CompletableFuture<HttpExchange> completed = new CompletableFuture<>();
      long before = System.nanoTime();
      try (EventLoops loops = EventLoops.create(1);
          HttpServer server =
              HttpServer.start(
                  loops,
                  HttpServerOptions.defaults(),
                  exchange -> {
                    exchange.onComplete(() -> completed.complete(exchange));
                    exchange.respond(HEAD, body("body"));
                  });
          Wire client = Wire.connect(server.port())) {
        client.send(GET);
        String response = client.readMessage();
        HttpExchange exchange = completed.get();
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.isAnswered()).isTrue();
        assertThat(exchange.requestBytes()).isEqualTo(GET.length());
        assertThat(exchange.responseBytes()).isEqualTo(response.length());
        assertThat(exchange.headReceivedNanos()).isBetween(before, exchange.endNanos());
        assertThat(exchange.endNanos()).isLessThanOrEqualTo(System.nanoTime());
        assertThat(exchange.remoteAddress().getAddress().isLoopbackAddress()).isTrue();
      }
    }
  }

  @Nested
  class Draining {
    @Test
    void finishes_what_is_in_flight_and_closes_the_rest() throws Exception {
      try (Proxy proxy = new Proxy(server -> server, pools -> pools)) {
        Wire idle = proxy.client();
        Wire busy = proxy.client();
        busy.send(GET);
        Wire upstream = proxy.acceptUpstream();
        upstream.readHead();

        CompletableFuture<Integer> cut =
            CompletableFuture.supplyAsync(() -> proxy.server.drain(Duration.ofSeconds(20)));

        assertThat(idle.readToEnd()).isEmpty();
        upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        assertThat(busy.readMessage()).contains("Connection: close").endsWith("ok");
        assertThat(busy.readToEnd()).isEmpty();
        assertThat(cut.get()).isZero();
        assertThatThrownBy(proxy::client).isInstanceOf(ConnectException.class);
      }
    }

    @Test
    void cuts_off_what_is_not_done_by_the_deadline() throws Exception {
      try (Proxy proxy = new Proxy(server -> server, pools -> pools)) {
        Wire busy = proxy.client();
        busy.send(GET);
        Wire upstream = proxy.acceptUpstream();
        upstream.readHead();

        assertThat(proxy.server.drain(Duration.ofMillis(30))).isEqualTo(1);

        assertThat(busy.readToEnd()).isEmpty();
        assertThat(upstream.readToEnd()).isEmpty();
      }
    }
  }

  @Nested
  class OnEitherTransport {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void requests_are_forwarded_and_aborts_are_noticed(boolean nio) throws Exception {
      CompletableFuture<String> gone = new CompletableFuture<>();
      try (EventLoops loops = nio ? EventLoops.createNio(2) : EventLoops.create(2);
          HttpServer server =
              HttpServer.start(
                  loops,
                  HttpServerOptions.defaults(),
                  exchange -> {
                    if (exchange.request().path().equals("/wait")) {
                      exchange.onClientGone(() -> gone.complete("gone"));
                    } else {
                      exchange.respond(HEAD, OutgoingBody.streamed(exchange.requestBody()));
                    }
                  })) {
        if (nio) {
          assertThat(loops.transport()).isEqualTo("nio");
        }
        Wire client = Wire.connect(server.port());
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
        assertThat(client.readMessage()).endsWith("abc");
        client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
        UpstreamPoolsTest.await(() -> server.counters().requests() == 2);
        client.close();
        assertThat(gone.get()).isEqualTo("gone");
      }
    }
  }
}
