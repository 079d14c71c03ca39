package dev.fanout.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamPoolsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private static String get(String entity) {
    return "GET /a HTTP/1.1\r\nHost: a\r\nEntity: " + entity + "\r\n\r\n";
  }

  @Nested
  class WhenManyEntitiesShareAnAuthority {
    private static final int ENTITIES = 7;

    @ParameterizedTest
    @EnumSource(PoolModel.class)
    void the_model_decides_whether_they_share_connections(PoolModel model) throws Exception {
      try (Proxy proxy =
              new Proxy(
                  server -> server,
                  pools -> pools.withPool(model, UpstreamOptions.DOCUMENTED_LIMIT));
          AnsweringUpstream upstream = new AnsweringUpstream(proxy);
          Wire client = proxy.client()) {
        for (int round = 0; round < 3; round++) {
          for (int entity = 0; entity < ENTITIES; entity++) {
            client.send(get("e" + entity));
            assertThat(client.readMessage()).endsWith("ok");
          }
        }
        int connections = model == PoolModel.PER_AUTHORITY ? 1 : ENTITIES;
        assertThat(proxy.pools.counters())
            .isEqualTo(
                new PoolCounters(
                    connections, 3 * ENTITIES - connections, connections, connections, 0, 0, 0, 0));
        assertThat(upstream.accepted()).isEqualTo(connections);
      }
    }
  }

  @Nested
  class WhenTheLimitIsReached {
    @Test
    void a_request_waits_for_the_connection_and_gets_it() throws Exception {
      try (Proxy proxy = proxy(1, pools -> pools.withPool(PoolModel.PER_AUTHORITY, 1));
          Wire first = proxy.client();
          Wire second = proxy.client()) {
        first.send(get("x"));
        Wire upstream = proxy.acceptUpstream();
        upstream.readHead();
        second.send(get("x"));
        await(() -> proxy.pools.counters().queued() == 1);

        upstream.send(OK);

        assertThat(first.readMessage()).endsWith("ok");
        upstream.readHead();
        upstream.send(OK);
        assertThat(second.readMessage()).endsWith("ok");
        assertThat(proxy.pools.counters()).isEqualTo(new PoolCounters(1, 1, 1, 1, 0, 1, 0, 0));
      }
    }

    @Test
    void a_waiting_request_gets_the_place_of_a_connection_that_closes() throws Exception {
      try (Proxy proxy = proxy(1, pools -> pools.withPool(PoolModel.PER_AUTHORITY, 1));
          Wire first = proxy.client();
          Wire second = proxy.client()) {
        first.send(get("x"));
        Wire upstream = proxy.acceptUpstream();
        upstream.readHead();
        second.send(get("x"));
        await(() -> proxy.pools.counters().queued() == 1);

        upstream.close();

        assertThat(first.readMessage()).endsWith("RESET");
        Wire fresh = proxy.acceptUpstream();
        fresh.readHead();
        fresh.send(OK);
        assertThat(second.readMessage()).endsWith("ok");
        assertThat(proxy.pools.counters()).isEqualTo(new PoolCounters(2, 0, 1, 1, 0, 1, 0, 0));
      }
    }

    @Test
    void a_request_is_refused_when_the_queue_is_full() throws Exception {
      try (Proxy proxy =
              proxy(
                  1,
                  pools ->
                      pools
                          .withPool(PoolModel.PER_AUTHORITY, 1)
                          .withQueue(0, Duration.ofSeconds(20)));
          Wire first = proxy.client();
          Wire second = proxy.client()) {
        first.send(get("x"));
        Wire upstream = proxy.acceptUpstream();
        upstream.readHead();
        second.send(get("x"));

        assertThat(second.readMessage()).endsWith("POOL_EXHAUSTED");
        assertThat(proxy.pools.counters().refused()).isEqualTo(1);

        upstream.send(OK);
        assertThat(first.readMessage()).endsWith("ok");
      }
    }

    @Test
    void a_request_is_refused_when_it_has_waited_too_long() throws Exception {
      try (Proxy proxy =
              proxy(
                  1,
                  pools ->
                      pools
                          .withPool(PoolModel.PER_AUTHORITY, 1)
                          .withQueue(10, Duration.ofMillis(50)));
          Wire first = proxy.client();
          Wire second = proxy.client()) {
        first.send(get("x"));
        Wire upstream = proxy.acceptUpstream();
        upstream.readHead();
        second.send(get("x"));

        assertThat(second.readMessage()).endsWith("POOL_EXHAUSTED");

        upstream.send(OK);
        assertThat(first.readMessage()).endsWith("ok");
        assertThat(proxy.pools.counters()).isEqualTo(new PoolCounters(1, 0, 1, 1, 1, 1, 0, 0));
      }
    }

    @Test
    void a_client_that_leaves_gives_up_its_place() throws Exception {
      try (Proxy proxy = proxy(1, pools -> pools.withPool(PoolModel.PER_AUTHORITY, 1));
          Wire first = proxy.client();
          Wire third = proxy.client()) {
        first.send(get("x"));
        Wire upstream = proxy.acceptUpstream();
        upstream.readHead();
        Wire second = proxy.client();
        second.send(get("second"));
        await(() -> proxy.pools.counters().queued() == 1);
        third.send(get("third"));
        await(() -> proxy.pools.counters().queued() == 2);
        second.close();
        await(() -> proxy.server.counters().aborted() == 1);

        upstream.send(OK);

        assertThat(first.readMessage()).endsWith("ok");
        assertThat(upstream.readHead()).contains("Entity: third");
        upstream.send(OK);
        assertThat(third.readMessage()).endsWith("ok");
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void many_clients_on_many_loops_are_all_served_within_the_limit(int limit) throws Exception {
      int clients = 9;
      int rounds = 40;
      try (Proxy proxy = proxy(3, pools -> pools.withPool(PoolModel.PER_AUTHORITY, limit));
          AnsweringUpstream upstream = new AnsweringUpstream(proxy)) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
          answers.add(threads.submit(() -> askRepeatedly(proxy, rounds)));
        }
        for (Future<Integer> answer : answers) {
          assertThat(answer.get()).isEqualTo(rounds);
        }
        threads.shutdown();
        PoolCounters counters = proxy.pools.counters();
        assertThat(counters.peak()).isLessThanOrEqualTo(limit);
        assertThat(counters.refused()).isZero();
        assertThat(counters.opened() + counters.reused()).isEqualTo((long) clients * rounds);
        assertThat(upstream.accepted()).isEqualTo(counters.opened());
      }
    }

    private int askRepeatedly(Proxy proxy, int rounds) throws IOException {
      int served = 0;
      try (Wire client = proxy.client()) {
        for (int round = 0; round < rounds; round++) {
          client.send(get("x"));
          served += client.readMessage().endsWith("ok") ? 1 : 0;
        }
      }
      return served;
    }
  }

  @Nested
  class WhenTheUpstreamIsNotThere {
    @Test
    void the_failure_is_CONNECT_and_the_permit_comes_back() throws Exception {
      try (Proxy proxy = proxy(1, pools -> pools.withPool(PoolModel.PER_AUTHORITY, 1));
          Wire client = proxy.client()) {
        proxy.upstream.close();
        for (int i = 0; i < 3; i++) {
          client.send(get("x"));
          assertThat(client.readMessage()).endsWith("CONNECT");
        }
        assertThat(proxy.pools.counters()).isEqualTo(new PoolCounters(0, 0, 0, 1, 0, 0, 0, 3));
      }
    }
  }

  @Nested
  class WhenAnIdleConnectionCloses {
    @Test
    void it_leaves_the_pool() throws Exception {
      try (Proxy proxy = new Proxy(server -> server, pools -> pools);
          Wire client = proxy.client()) {
        client.send(get("x"));
        Wire upstream = proxy.acceptUpstream();
        upstream.readHead();
        upstream.send(OK);
        client.readMessage();

        upstream.close();

        await(() -> proxy.pools.counters().open() == 0);
        client.send(get("x"));
        Wire fresh = proxy.acceptUpstream();
        fresh.readHead();
        fresh.send(OK);
        assertThat(client.readMessage()).endsWith("ok");
        assertThat(proxy.pools.counters().retried()).isZero();
      }
    }

    @Test
    void bytes_that_nobody_asked_for_close_it() throws Exception {
      try (Proxy proxy = new Proxy(server -> server, pools -> pools);
          Wire client = proxy.client()) {
        client.send(get("x"));
        Wire upstream = proxy.acceptUpstream();
        upstream.readHead();
        upstream.send(OK);
        client.readMessage();

        upstream.send(OK);

        assertThat(upstream.readToEnd()).isEmpty();
        await(() -> proxy.pools.counters().open() == 0);
      }
    }
  }

  private static Proxy proxy(int threads, UnaryOperator<UpstreamOptions> options)
      throws IOException {
    return new Proxy("forward", threads, Duration.ofSeconds(20), server -> server, options);
  }

  /** Waits for a state that is sure to come; the time limit only ends a failing test. */
  static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofMillis(Wire.TIMEOUT_MILLIS).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
      Thread.sleep(1);
    }
  }
}
