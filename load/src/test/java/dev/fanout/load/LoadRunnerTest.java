package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LoadRunnerTest {
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
  class TheOpenModel {
    @Test
    void sends_every_drawn_arrival_and_accounts_for_each() throws Exception {
      try (StubServer server = StubServer.start(StubServer.echo(""))) {
        TrialResult result = runner.run(plan(server, new LoadModel.Open(2_000, 64), echoMix(3)));

        assertThat(result.stopped()).isEmpty();
        assertThat(result.errors()).isEmpty();
        assertThat(result.passed()).isEqualTo(result.requests());
        assertThat(result.requests()).isEqualTo(arrivalsInWindow(2_000));
        assertThat(result.responseTime().getTotalCount()).isEqualTo(result.requests());
        assertThat(result.serviceTime().getTotalCount()).isEqualTo(result.requests());
        assertThat(result.sendLag().getTotalCount()).isEqualTo(result.requests());
        assertThat(result.apis())
            .extracting(ApiResult::apiId)
            .containsExactly("svc1", "svc2", "svc3");
        assertThat(result.apis().stream().mapToLong(ApiResult::requests).sum())
            .isEqualTo(result.requests());
        assertThat(result.socketsOpened()).isEqualTo(server.accepted.get()).isLessThanOrEqualTo(64);
      }
    }

    /** The plan's own random stream, drawn again. */
    private long arrivalsInWindow(double rate) {
      java.util.SplittableRandom seeded = new java.util.SplittableRandom(SEED);
      ArrivalSchedule schedule =
          new ArrivalSchedule(
              new LoadModel.Open(rate, 64),
              0,
              1,
              SETTLING,
              WINDOW,
              SETTLING.plus(WINDOW).toNanos(),
              seeded.split().split().nextLong());
      long count = 0;
      for (long at = schedule.next(); at < Long.MAX_VALUE; at = schedule.next()) {
        count += at >= SETTLING.toNanos() ? 1 : 0;
      }
      return count;
    }

    @Test
    void never_has_more_in_flight_than_allowed_and_keeps_the_intended_start_of_those_that_wait()
        throws Exception {
      AtomicInteger now = new AtomicInteger();
      AtomicInteger peak = new AtomicInteger();
      StubServer.Behaviour slow =
          (line, number, out) -> {
            peak.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(20);
            now.decrementAndGet();
            StubServer.echo("").answer(line, number, out);
          };
      try (StubServer server = StubServer.start(slow)) {
        // Two slots of 20 ms serve 100 a second; 200 a second arrive.
        TrialResult result = runner.run(plan(server, new LoadModel.Open(200, 2), echoMix(1)));

        assertThat(peak.get()).isLessThanOrEqualTo(2);
        assertThat(result.passed() + result.unstarted() + result.unfinished())
            .isEqualTo(result.requests());
        assertThat(result.late()).isPositive();
        assertThat(result.responseTime().getMaxValue())
            .isGreaterThan(2 * result.serviceTime().getValueAtPercentile(50));
      }
    }

    @Test
    void counts_what_could_not_be_started_before_the_drain_ended() throws Exception {
      CountDownLatch never = new CountDownLatch(1);
      try (StubServer server = StubServer.start((line, number, out) -> never.await())) {
        Limits limits =
            new Limits(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMillis(50), 200);
        TrialResult result =
            runner.run(plan(server, new LoadModel.Open(500, 3), echoMix(1), limits));

        // Three requests of the settling hold the three slots until the end.
        assertThat(result.requests()).isPositive();
        assertThat(result.unstarted()).isEqualTo(result.requests());
        assertThat(result.passed()).isZero();
        assertThat(result.meanInFlight()).isCloseTo(3, within(0.1));
      }
    }
  }

  @Nested
  class WhenTheServerStalls {
    private static final Duration STALL = Duration.ofMillis(300);

    /**
     * 1,000 arrivals a second for 0.9 s, of which those of 0.3 s meet a stall of 0.3 s: a third.
     * Their response times are spread evenly over 0 to 300 ms, so a sixth of all is above 150 ms.
     * The 8 requests that were in flight when it began are the only ones with a long service time.
     */
    @Test
    void response_time_shows_it_and_service_time_does_not() throws Exception {
      StallingServer stalling = new StallingServer();
      try (StubServer server = StubServer.start(stalling)) {
        TrialPlan plan =
            new TrialPlan(
                server.address(),
                "stub",
                new LoadModel.Open(1_000, 8),
                echoMix(1),
                SETTLING,
                Duration.ofMillis(900),
                SEED,
                Limits.DEFAULT);
        TrialResult result =
            runner.run(
                plan,
                new TrialObserver() {
                  @Override
                  public void windowOpened() {
                    stalling.stallOnce(Duration.ofMillis(200), STALL);
                  }
                });

        assertThat(result.errors()).isEmpty();
        double ofResponses = share(result.responseTime(), STALL.toNanos() / 2);
        double ofServices = share(result.serviceTime(), STALL.toNanos() / 2);
        assertThat(ofResponses).isGreaterThan(0.10);
        assertThat(ofServices).isLessThan(ofResponses / 3);
        assertThat(result.late()).isGreaterThan(100);
      }
    }

    @Test
    void the_closed_model_meets_it_with_one_request_for_each_user() throws Exception {
      StallingServer stalling = new StallingServer();
      try (StubServer server = StubServer.start(stalling)) {
        TrialPlan plan =
            new TrialPlan(
                server.address(),
                "stub",
                new LoadModel.Closed(8, Duration.ZERO, Duration.ofMillis(2)),
                echoMix(1),
                SETTLING,
                Duration.ofMillis(900),
                SEED,
                Limits.DEFAULT);
        TrialResult result =
            runner.run(
                plan,
                new TrialObserver() {
                  @Override
                  public void windowOpened() {
                    stalling.stallOnce(Duration.ofMillis(200), STALL);
                  }
                });

        long slow =
            result.responseTime().getCountBetweenValues(STALL.toNanos() / 2, Long.MAX_VALUE / 2);
        assertThat(slow).isBetween(1L, 8L);
      }
    }

    private static double share(org.HdrHistogram.Histogram histogram, long aboveNanos) {
      return (double) histogram.getCountBetweenValues(aboveNanos, Recorder.HIGHEST_NANOS)
          / histogram.getTotalCount();
    }
  }

  /** Holds all answers back while it stalls. */
  private static final class StallingServer implements StubServer.Behaviour {
    private volatile long stallFrom = Long.MAX_VALUE;
    private volatile long stallTo = Long.MAX_VALUE;

    void stallOnce(Duration in, Duration length) {
      long from = System.nanoTime() + in.toNanos();
      stallTo = from + length.toNanos();
      stallFrom = from;
    }

    @Override
    public void answer(String line, int number, java.io.OutputStream out) throws Exception {
      long now = System.nanoTime();
      if (now >= stallFrom && now < stallTo) {
        java.util.concurrent.TimeUnit.NANOSECONDS.sleep(stallTo - now);
      }
      StubServer.echo("").answer(line, number, out);
    }
  }

  @Nested
  class TheClosedModel {
    @Test
    void owns_one_connection_for_each_virtual_user() throws Exception {
      try (StubServer server = StubServer.start(StubServer.echo(""))) {
        TrialResult result = runner.run(plan(server, new LoadModel.Closed(7), echoMix(2)));

        assertThat(server.accepted.get()).isEqualTo(7);
        assertThat(result.socketsOpened()).isEqualTo(7);
        assertThat(result.socketsOpenedInWindow()).isZero();
        assertThat(result.passed()).isEqualTo(result.requests()).isPositive();
        assertThat(result.meanInFlight()).isBetween(1.0, 7.0);
        assertThat(result.offeredRatePerSecond()).isNaN();
      }
    }

    @Test
    void mean_in_flight_is_throughput_times_mean_service_time() throws Exception {
      StubServer.Behaviour slow =
          (line, number, out) -> {
            Thread.sleep(5);
            StubServer.echo("").answer(line, number, out);
          };
      try (StubServer server = StubServer.start(slow)) {
        TrialResult result =
            runner.run(
                plan(
                    server,
                    new LoadModel.Closed(10),
                    echoMix(1),
                    Duration.ofMillis(1_500),
                    Limits.DEFAULT));

        double throughput = result.passed() / (result.windowNanos() / 1e9);
        double expected = throughput * result.serviceTime().getMean() / 1e9;
        // A request that straddles an edge of the window is timed whole or not at all.
        assertThat(result.meanInFlight() + result.acrossEdges())
            .isCloseTo(expected, within(0.01 * expected));
      }
    }

    @Test
    void goes_round_robin_by_user_plus_iteration() throws Exception {
      try (StubServer server = StubServer.start(StubServer.echo(""))) {
        runner.run(plan(server, new LoadModel.Closed(1), echoMix(3)));

        // The only user is number 1, so it begins with the second of three.
        assertThat(
                server.requestLines.subList(0, 6).stream()
                    .map(line -> line.substring(5, 9))
                    .toList())
            .containsExactly("svc2", "svc3", "svc1", "svc2", "svc3", "svc1");
      }
    }

    @Test
    void starts_its_users_along_the_ramp() throws Exception {
      try (StubServer server = StubServer.start(StubServer.echo(""))) {
        TrialPlan plan =
            plan(server, new LoadModel.Closed(5, SETTLING, Duration.ofMillis(5)), echoMix(1));
        TrialResult result = runner.run(plan);

        assertThat(result.socketsOpened()).isEqualTo(5);
        assertThat(result.errors()).isEmpty();
      }
    }
  }

  @Nested
  class AnswersThatAreWrong {
    @Test
    void a_status_that_is_not_allowed_is_counted_and_not_timed() throws Exception {
      AtomicInteger served = new AtomicInteger();
      StubServer.Behaviour everyTenth =
          (line, number, out) -> {
            if (served.incrementAndGet() % 10 == 0) {
              StubServer.write(out, "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
            } else {
              StubServer.echo("").answer(line, number, out);
            }
          };
      try (StubServer server = StubServer.start(everyTenth)) {
        TrialResult result = runner.run(plan(server, new LoadModel.Closed(1), echoMix(1)));

        assertThat(result.errors()).containsOnlyKeys(ErrorKind.STATUS);
        // The window holds a run of consecutive requests of the only user.
        assertThat((double) result.failed()).isCloseTo(result.requests() / 10.0, within(1.0));
        assertThat(result.responseTime().getTotalCount()).isEqualTo(result.passed());
        assertThat(result.errorSamples()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(result.errorSamples().get(0).detail()).isEqualTo("status 503");
        assertThat(result.apis().get(0).failed()).isEqualTo(result.failed());
      }
    }

    @Test
    void another_upstream_path_fails_the_body_check_and_is_shown() throws Exception {
      try (StubServer server = StubServer.start(StubServer.echo("/api/echo"))) {
        TrialResult result = runner.run(unending(server, new LoadModel.Closed(2), echoMix(1)));

        assertThat(result.stopped().orElseThrow().kind()).isEqualTo(ErrorKind.BODY);
        assertThat(result.errorSamples().get(0).detail())
            .contains("/api/echo/svc1/")
            .contains("query=n=…]")
            .contains("\"query\":\"n=…\"");
      }
    }

    @Test
    void garbage_is_a_protocol_error() throws Exception {
      try (StubServer server = StubServer.start(StubServer.raw("SSH-2.0-OpenSSH_9\r\n"))) {
        TrialResult result = runner.run(unending(server, new LoadModel.Closed(2), echoMix(1)));

        assertThat(result.stopped().orElseThrow())
            .isEqualTo(
                new StopReason(
                    ErrorKind.PROTOCOL,
                    name(server)
                        + " failed 200 requests in a row, the last one by PROTOCOL: no HTTP/1.x"
                        + " status line: 'SSH-2.0-OpenSSH_9'"));
      }
    }

    @Test
    void a_body_cut_off_is_truncated_and_says_where() throws Exception {
      StubServer.Behaviour cut =
          (line, number, out) -> {
            StubServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
            throw new IOException("cut");
          };
      try (StubServer server = StubServer.start(cut)) {
        TrialResult result = runner.run(unending(server, new LoadModel.Closed(2), echoMix(1)));

        assertThat(result.stopped().orElseThrow().kind()).isEqualTo(ErrorKind.TRUNCATED);
        assertThat(result.errorSamples().get(0).detail())
            .isEqualTo("closed by the peer after 9 of 100 body bytes");
      }
    }

    @Test
    void a_length_too_short_for_the_body_is_a_protocol_error() throws Exception {
      try (StubServer server =
          StubServer.start(StubServer.raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n12345"))) {
        TrialResult result = runner.run(unending(server, new LoadModel.Closed(1), anything()));

        assertThat(result.stopped().orElseThrow().message())
            .contains("PROTOCOL: more bytes than the response has");
      }
    }

    @Test
    void a_server_that_closes_after_each_response_costs_a_connection_each_and_no_error()
        throws Exception {
      StubServer.Behaviour closing =
          (line, number, out) -> {
            StubServer.write(
                out, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
            throw new IOException("close");
          };
      try (StubServer server = StubServer.start(closing)) {
        for (LoadModel model : List.of(new LoadModel.Closed(2), new LoadModel.Open(300, 16))) {
          TrialResult result = runner.run(plan(server, model, anything()));

          assertThat(result.errors()).isEmpty();
          assertThat(result.passed()).isEqualTo(result.requests()).isPositive();
          assertThat(result.socketsOpened()).isGreaterThanOrEqualTo(result.passed());
        }
      }
    }
  }

  @Nested
  class ATargetThatIsNotThere {
    @Test
    void is_named_when_it_refuses_connections() throws Exception {
      InetSocketAddress nobody;
      try (ServerSocket closed =
          new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
        nobody = (InetSocketAddress) closed.getLocalSocketAddress();
      }
      TrialPlan plan =
          new TrialPlan(
              nobody,
              "stub",
              new LoadModel.Open(100, 8),
              echoMix(1),
              SETTLING,
              Duration.ofHours(1),
              SEED,
              Limits.DEFAULT);

      TrialResult result = runner.run(plan);

      assertThat(result.stopped())
          .contains(
              new StopReason(
                  ErrorKind.CONNECT,
                  "no connection to 127.0.0.1:" + nobody.getPort() + ": connection refused"));
      assertThat(result.requests()).isZero();
      assertThat(result.windowNanos()).isZero();
    }

    @Test
    void ends_the_trial_when_it_dies_in_the_window() throws Exception {
      for (LoadModel model : List.of(new LoadModel.Closed(4), new LoadModel.Open(500, 16))) {
        StubServer server = StubServer.start(StubServer.echo(""));
        TrialPlan plan =
            new TrialPlan(
                server.address(),
                "stub",
                model,
                echoMix(1),
                SETTLING,
                Duration.ofHours(1),
                SEED,
                Limits.DEFAULT);
        TrialResult result =
            runner.run(
                plan,
                new TrialObserver() {
                  @Override
                  public void windowOpened() {
                    try {
                      server.close();
                    } catch (IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  }
                });

        assertThat(result.stopped().orElseThrow().kind()).isEqualTo(ErrorKind.CONNECT);
        assertThat(result.requests())
            .isEqualTo(
                result.passed() + result.failed() + result.unstarted() + result.unfinished());
        assertThat(result.windowNanos()).isLessThan(Duration.ofMinutes(1).toNanos());
      }
    }

    @Test
    void is_named_when_it_takes_requests_and_never_answers() throws Exception {
      CountDownLatch never = new CountDownLatch(1);
      try (StubServer server = StubServer.start((line, number, out) -> never.await())) {
        Limits limits =
            new Limits(Duration.ofSeconds(1), Duration.ofMillis(60), Duration.ofSeconds(1), 6);
        TrialPlan plan =
            new TrialPlan(
                server.address(),
                "stub",
                new LoadModel.Closed(3),
                echoMix(1),
                SETTLING,
                Duration.ofHours(1),
                SEED,
                limits);

        StopReason reason = runner.run(plan).stopped().orElseThrow();

        assertThat(reason.kind()).isEqualTo(ErrorKind.TIMEOUT);
        assertThat(reason.message())
            .startsWith(name(server) + " failed 6 requests in a row")
            .endsWith("no whole response within 60 ms, before any byte");
      }
    }
  }

  @Nested
  class TheSamePlan {
    @Test
    void draws_the_same_requests_again() throws Exception {
      RequestMix mix =
          new RequestMix(echoMix(5).templates(), RequestMix.Selection.UNIFORM, 1, 1_000);
      List<List<String>> seen = new ArrayList<>();
      for (int run = 0; run < 2; run++) {
        try (StubServer server = StubServer.start(StubServer.echo(""))) {
          // One slot, so that the order of sending is the order of arriving at the server.
          runner.run(plan(server, new LoadModel.Open(300, 1), mix));
          seen.add(List.copyOf(server.requestLines));
        }
      }

      int common = Math.min(seen.get(0).size(), seen.get(1).size());
      assertThat(common).isGreaterThan(50);
      assertThat(seen.get(0).subList(0, common)).isEqualTo(seen.get(1).subList(0, common));
      assertThat(seen.get(0).stream().distinct().count()).isGreaterThan(common / 2);
    }
  }

  @Nested
  class SeveralLoops {
    @Test
    void share_arrivals_and_connections_and_add_up() throws Exception {
      try (StubServer server = StubServer.start(StubServer.echo(""));
          LoadRunner two =
              new LoadRunner(new LoadRunnerOptions(2, LoadRunnerOptions.Transport.NIO))) {
        TrialResult closed = two.run(plan(server, new LoadModel.Closed(5), echoMix(2)));
        TrialResult open = two.run(plan(server, new LoadModel.Open(1_000, 8), echoMix(2)));

        assertThat(two.transport()).isEqualTo("nio");
        assertThat(closed.socketsOpened()).isEqualTo(5);
        assertThat(closed.passed()).isEqualTo(closed.requests()).isPositive();
        assertThat(open.passed()).isEqualTo(open.requests());
        // A Poisson count of mean 400 is within six standard deviations.
        assertThat((double) open.requests())
            .isCloseTo(1_000 * WINDOW.toMillis() / 1e3, within(6 * Math.sqrt(400)));
      }
    }
  }

  @Nested
  class BeforeItStarts {
    @Test
    void histograms_that_would_not_fit_are_refused_with_their_size() throws Exception {
      List<RequestTemplate> many =
          IntStream.range(0, 50_000)
              .mapToObj(
                  i -> RequestTemplate.get("api" + i, "get", "/api" + i, new BodyCheck.Anything()))
              .toList();
      RequestMix mix = new RequestMix(many, RequestMix.Selection.UNIFORM);
      try (StubServer server = StubServer.start(StubServer.echo(""))) {
        assertThatThrownBy(() -> runner.run(plan(server, new LoadModel.Closed(1), mix)))
            .hasMessageContaining("histograms of 50000 APIs on 1 event loops");
      }
    }
  }

  private static final long SEED = 20_261_124;
  private static final Duration SETTLING = Duration.ofMillis(100);
  private static final Duration WINDOW = Duration.ofMillis(400);

  private static TrialPlan plan(StubServer server, LoadModel model, RequestMix mix) {
    return plan(server, model, mix, WINDOW, Limits.DEFAULT);
  }

  private static TrialPlan plan(StubServer server, LoadModel model, RequestMix mix, Limits limits) {
    return plan(server, model, mix, WINDOW, limits);
  }

  /** For what must stop by itself. */
  private static TrialPlan unending(StubServer server, LoadModel model, RequestMix mix) {
    return plan(server, model, mix, Duration.ofHours(1), Limits.DEFAULT);
  }

  private static TrialPlan plan(
      StubServer server, LoadModel model, RequestMix mix, Duration window, Limits limits) {
    return new TrialPlan(server.address(), "stub", model, mix, SETTLING, window, SEED, limits);
  }

  private static String name(StubServer server) {
    return "127.0.0.1:" + server.address().getPort();
  }

  private static RequestMix anything() {
    return new RequestMix(
        List.of(RequestTemplate.get("svc1", "get", "/svc1", new BodyCheck.Anything())),
        RequestMix.Selection.ROUND_ROBIN);
  }

  private static RequestMix echoMix(int apis) {
    return new RequestMix(
        IntStream.rangeClosed(1, apis)
            .mapToObj(
                i ->
                    new RequestTemplate(
                        "svc" + i,
                        "get",
                        "GET",
                        "/svc" + i + "/v1/resource/{id}?n={id}",
                        List.of(Map.entry("Accept", "application/json")),
                        "",
                        java.util.Set.of(200),
                        new BodyCheck.Echoes(
                            "/svc" + i + "/v1/resource/{id}", Optional.of("n={id}"))))
            .toList(),
        RequestMix.Selection.ROUND_ROBIN);
  }
}
