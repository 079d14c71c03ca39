package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What servers do wrong: each fault under its own name, and the load goes on or ends by its rule.
 */
@Timeout(120)
class FaultsTest {
  private static final Duration WINDOW = Duration.ofMillis(400);

  /** Goes on whatever comes; half a request timeout fits into the window. */
  private static final Limits PATIENT =
      new Limits(
          Duration.ofSeconds(1), Duration.ofMillis(150), Duration.ofSeconds(2), Integer.MAX_VALUE);

  private static LoadRunner runner;

  @BeforeAll
  static void startLoops() {
    runner = new LoadRunner();
  }

  @AfterAll
  static void stopLoops() {
    runner.close();
  }

  @Nested
  class AConnectionThatIsClosedAfterEachResponse {
    @Test
    void is_opened_anew_without_an_error_when_the_server_says_so() throws Exception {
      StubServer.Behaviour closing =
          (line, number, out) -> {
            StubServer.write(
                out, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
            throw new IOException("close");
          };
      for (TrialResult result : bothModels(closing)) {
        assertThat(result.errors()).isEmpty();
        assertThat(result.passed()).isPositive();
        assertThat(result.reused()).isZero();
      }
    }

    /** Whether the next request meets the end of the connection or comes after it is a race. */
    @Test
    void is_at_most_a_reset_when_the_server_does_not_say_so() throws Exception {
      StubServer.Behaviour silent =
          (line, number, out) -> {
            StubServer.write(out, StubServer.ok("ok"));
            throw new IOException("close");
          };
      for (TrialResult result : bothModels(silent)) {
        assertThat(result.passed()).isPositive();
        assertThat(Set.of(ErrorKind.RESET)).containsAll(result.errors().keySet());
      }
    }
  }

  @Nested
  class ABrokenResponse {
    @Test
    void reset_within_its_body_is_a_reset() throws Exception {
      try (ResettingServer server = new ResettingServer()) {
        TrialResult result =
            runner.run(
                Trial.plan(
                    server.stub.address(), new LoadModel.Closed(2), Trial.get(), WINDOW, PATIENT));

        assertAccounted(result);
        assertThat(result.errors()).containsOnlyKeys(ErrorKind.RESET);
        assertThat(result.passed()).isPositive();
        assertThat(result.errorSamples().get(0).detail()).contains("10 of 100 body bytes");
      }
    }

    @Test
    void cut_off_within_its_body_is_truncated() throws Exception {
      StubServer.Behaviour cut =
          everyFourth(
              (line, number, out) -> {
                StubServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
                throw new IOException("cut");
              });
      assertOnly(ErrorKind.TRUNCATED, cut, "closed by the peer after 9 of 100 body bytes");
    }

    @Test
    void cut_off_within_a_chunk_is_truncated() throws Exception {
      StubServer.Behaviour cut =
          everyFourth(
              (line, number, out) -> {
                StubServer.write(
                    out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf");
                throw new IOException("cut");
              });
      assertOnly(ErrorKind.TRUNCATED, cut, "closed by the peer after 4 body bytes");
    }

    @Test
    void cut_off_within_its_head_is_a_reset() throws Exception {
      StubServer.Behaviour cut =
          everyFourth(
              (line, number, out) -> {
                StubServer.write(out, "HTTP/1.1 200 OK\r\nContent-");
                throw new IOException("cut");
              });
      assertOnly(ErrorKind.RESET, cut, "closed by the peer within the head");
    }

    @Test
    void of_garbage_is_a_protocol_error() throws Exception {
      assertOnly(
          ErrorKind.PROTOCOL,
          everyFourth(StubServer.raw("\u0000\u0001garbage\r\n\r\n")),
          "no HTTP/1.x status line: '??garbage'");
    }

    @Test
    void longer_than_its_length_is_a_protocol_error() throws Exception {
      assertOnly(
          ErrorKind.PROTOCOL,
          everyFourth(StubServer.raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n12345")),
          "more bytes than the response has");
    }

    @Test
    void shorter_than_its_length_on_an_open_connection_is_a_timeout() throws Exception {
      assertOnly(
          ErrorKind.TIMEOUT,
          everyFourth(StubServer.raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n12345")),
          "no whole response within 150 ms, after 5 of 9 body bytes");
    }
  }

  @Nested
  class AServerThatTakesItsTime {
    @Test
    void without_end_is_a_timeout() throws Exception {
      CountDownLatch never = new CountDownLatch(1);
      assertOnly(
          ErrorKind.TIMEOUT,
          everyFourth((line, number, out) -> never.await()),
          "no whole response within 150 ms, before any byte");
    }

    @Test
    void over_each_byte_of_the_body_is_a_timeout_that_says_how_far_it_came() throws Exception {
      StubServer.Behaviour dripping =
          everyFourth(
              (line, number, out) -> {
                StubServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                for (int i = 0; i < 1_000; i++) {
                  StubServer.write(out, "x");
                  Thread.sleep(20);
                }
              });
      TrialResult result = run(dripping, new LoadModel.Closed(2));

      assertAccounted(result);
      assertThat(result.errors()).containsOnlyKeys(ErrorKind.TIMEOUT);
      assertThat(result.errorSamples().get(0).detail()).matches(".*after \\d+ of 1000 body bytes");
    }

    @Test
    void over_the_body_but_comes_to_an_end_passes_with_its_first_byte_apart() throws Exception {
      StubServer.Behaviour slow =
          (line, number, out) -> {
            StubServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no");
            Thread.sleep(20);
            StubServer.write(out, "k");
          };
      TrialResult result = run(slow, new LoadModel.Closed(2));

      assertThat(result.errors()).isEmpty();
      assertThat(result.firstByte().getTotalCount()).isEqualTo(result.passed());
      // Each body takes 20 ms or more after the first byte.
      assertThat(result.serviceTime().getMean() - result.firstByte().getMean()).isGreaterThan(19e6);
    }
  }

  @Nested
  class WrongAnswers {
    @Test
    void one_percent_of_503_are_one_percent_of_status_errors() throws Exception {
      AtomicInteger served = new AtomicInteger();
      StubServer.Behaviour busy =
          (line, number, out) ->
              StubServer.write(
                  out,
                  served.incrementAndGet() % 100 == 0
                      ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"
                      : StubServer.ok("ok"));
      TrialResult result = run(busy, new LoadModel.Closed(1));

      assertThat(result.errors()).containsOnlyKeys(ErrorKind.STATUS);
      // The window holds a run of consecutive requests of the only user.
      assertThat((double) result.failed()).isCloseTo(result.requests() / 100.0, within(1.0));
    }

    @Test
    void more_failures_than_the_share_allows_end_the_trial() throws Exception {
      AtomicInteger served = new AtomicInteger();
      StubServer.Behaviour busy =
          (line, number, out) ->
              StubServer.write(
                  out,
                  served.incrementAndGet() % 20 == 0
                      ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"
                      : StubServer.ok("ok"));
      try (StubServer server = StubServer.start(busy)) {
        TrialResult result =
            runner.run(
                Trial.plan(
                    server.address(),
                    new LoadModel.Closed(1),
                    Trial.get(),
                    Duration.ofHours(1),
                    PATIENT.withStopErrorShare(0.01)));

        // 1 % of the first 500 requests are 5: the sixth failure, the 120th request, ends it.
        // One more may be under way by then.
        assertThat(served.get()).isBetween(120, 121);
        assertThat(result.stopped().orElseThrow().message())
            .endsWith("failed 6 of 120 requests, more than 1.00 %, the last one by STATUS");
        assertThat(result.windowNanos()).isLessThan(Duration.ofMinutes(1).toNanos());
      }
    }
  }

  /** Answers three of four requests well. */
  private static StubServer.Behaviour everyFourth(StubServer.Behaviour fault) {
    AtomicInteger served = new AtomicInteger();
    return (line, number, out) -> {
      if (served.incrementAndGet() % 4 == 0) {
        fault.answer(line, number, out);
      } else {
        StubServer.write(out, StubServer.ok("ok"));
      }
    };
  }

  private static void assertOnly(ErrorKind kind, StubServer.Behaviour behaviour, String detail)
      throws Exception {
    for (TrialResult result : bothModels(behaviour)) {
      assertThat(result.errors()).containsOnlyKeys(kind);
      assertThat(result.passed()).isPositive();
      assertThat(result.errorSamples().get(0).detail()).isEqualTo(detail);
    }
  }

  private static List<TrialResult> bothModels(StubServer.Behaviour behaviour) throws Exception {
    TrialResult closed = run(behaviour, new LoadModel.Closed(3));
    TrialResult open = run(behaviour, new LoadModel.Open(300, 32));
    assertAccounted(closed);
    assertAccounted(open);
    return List.of(closed, open);
  }

  private static TrialResult run(StubServer.Behaviour behaviour, LoadModel model) throws Exception {
    try (StubServer server = StubServer.start(behaviour)) {
      return runner.run(Trial.plan(server.address(), model, Trial.get(), WINDOW, PATIENT));
    }
  }

  private static void assertAccounted(TrialResult result) {
    assertThat(result.stopped()).isEmpty();
    assertThat(result.requests())
        .isEqualTo(result.passed() + result.failed() + result.unstarted() + result.unfinished());
    assertThat(result.responseTime().getTotalCount()).isEqualTo(result.passed());
  }

  /** Answers every fourth request with a part of a body and then a TCP reset. */
  private static final class ResettingServer implements AutoCloseable {
    private final AtomicInteger served = new AtomicInteger();
    private final StubServer stub;

    ResettingServer() throws IOException {
      this.stub = StubServer.startOnSockets(this::answer);
    }

    private void answer(Socket socket, String line, int number, OutputStream out) throws Exception {
      if (served.incrementAndGet() % 4 != 0) {
        StubServer.write(out, StubServer.ok("ok"));
        return;
      }
      StubServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789");
      // Long enough for the client to take the bytes, which a reset would overtake.
      Thread.sleep(20);
      socket.setSoLinger(true, 0);
      socket.close();
    }

    @Override
    public void close() throws IOException {
      stub.close();
    }
  }
}
