package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class IntervalsTest {
  private static final Duration SETTLING = Duration.ofMillis(300);
  private static final Duration WINDOW = Duration.ofMillis(2_300);

  @Test
  void add_up_to_the_trial_and_account_for_every_request_in_each() throws Exception {
    AtomicInteger served = new AtomicInteger();
    StubServer.Behaviour mostlyWell =
        (line, number, out) -> {
          Thread.sleep(2);
          StubServer.write(
              out,
              served.incrementAndGet() % 50 == 0
                  ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"
                  : StubServer.ok("ok"));
        };
    int loops = 0;
    for (LoadModel model : Trial.bothModels()) {
      List<TrialInterval> intervals = new ArrayList<>();
      TrialResult result =
          run(mostlyWell, model, ++loops, TrialRecording.intervals(intervals::add));

      assertThat(result.errors()).containsOnlyKeys(ErrorKind.STATUS);
      assertThat(intervals.get(0).settling()).isTrue();
      // Two whole seconds, and what is left with the drain.
      assertThat(intervals.stream().filter(i -> !i.settling()).count()).isEqualTo(3);
      for (TrialInterval interval : intervals) {
        Counts total = interval.total();
        assertThat(total.started())
            .isEqualTo(total.passed() + total.failed() + interval.inFlight());
        assertThat(total.due()).isEqualTo(total.started() + interval.waiting());
      }
      TrialInterval last = intervals.get(intervals.size() - 1);
      assertThat(last.inFlight()).isZero();
      assertThat(last.progress()).isEqualTo(1);
      assertThat(last.total().due()).isEqualTo(result.requests());
      assertThat(last.total().errors()).isEqualTo(result.errors());
      assertSum(intervals, result);
    }
  }

  private static void assertSum(List<TrialInterval> intervals, TrialResult result) {
    Histogram responses = Recorder.newHistogram();
    long due = 0;
    long ofGroups = 0;
    for (TrialInterval interval : intervals) {
      responses.add(interval.responseTime());
      due += interval.counts().due();
      ofGroups += interval.groups().stream().mapToLong(GroupInterval::passed).sum();
      assertThat(interval.serviceTime().getTotalCount())
          .isEqualTo(interval.firstByte().getTotalCount())
          .isEqualTo(interval.counts().passed());
    }
    assertThat(responses).isEqualTo(result.responseTime());
    assertThat(due).isEqualTo(result.requests());
    assertThat(ofGroups).isEqualTo(result.passed());
    assertThat(result.apis().stream().mapToLong(ApiResult::passed).sum())
        .isEqualTo(result.passed());
  }

  @Test
  void name_users_of_a_closed_model() throws Exception {
    List<TrialInterval> intervals = new ArrayList<>();
    StubServer.Behaviour well = StubServer.raw(StubServer.ok("ok"));
    run(well, new LoadModel.Closed(3), 2, TrialRecording.intervals(intervals::add));

    assertThat(intervals.get(1).users()).isEqualTo(3);
  }

  @Test
  void a_receiver_that_fails_ends_the_trial_and_its_reason_is_thrown() {
    StubServer.Behaviour well = StubServer.raw(StubServer.ok("ok"));
    TrialRecording failing =
        TrialRecording.intervals(
            interval -> {
              throw new IllegalStateException("disk full");
            });

    assertThatThrownBy(() -> run(well, new LoadModel.Closed(3), 1, Duration.ofHours(1), failing))
        .hasMessage("disk full");
  }

  @Test
  void with_more_than_32_apis_neighbours_share_a_group() {
    List<String> apis =
        java.util.stream.IntStream.rangeClosed(1, 100).mapToObj(i -> "svc" + i).toList();
    ApiGroups groups = new ApiGroups(apis);

    assertThat(groups.names).hasSize(32).startsWith("svc1..svc3", "svc4..svc6");
    assertThat(groups.groupOfApi[0]).isZero();
    assertThat(groups.groupOfApi[99]).isEqualTo(31);
    assertThat(groups.groupOfApi).isSorted();
    assertThat(new ApiGroups(apis.subList(0, 3)).names).containsExactly("svc1", "svc2", "svc3");
  }

  @Test
  void each_request_can_be_had_with_its_times() throws Exception {
    AtomicInteger served = new AtomicInteger();
    StubServer.Behaviour busy =
        (line, number, out) ->
            StubServer.write(
                out,
                served.incrementAndGet() % 3 == 0
                    ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"
                    : StubServer.ok("ok"));
    List<String> seen = new ArrayList<>();
    Histogram services = Recorder.newHistogram();
    RequestSink sink =
        (template, id, intended, lag, firstByte, end, status, error) -> {
          seen.add(status + " " + error);
          assertThat(lag).isNotNegative();
          assertThat(intended).isBetween(0L, WINDOW.toNanos());
          assertThat(firstByte).isBetween(0L, end);
          if (error == null) {
            services.recordValue(end);
          }
        };
    TrialResult result =
        run(
            busy,
            new LoadModel.Open(400, 16),
            2,
            new TrialRecording(Optional.empty(), Optional.of(sink)));

    assertThat(result.droppedRows()).isZero();
    assertThat(seen).hasSize((int) result.requests()).containsOnly("200 null", "503 STATUS");
    assertThat(services).isEqualTo(result.serviceTime());
  }

  private static TrialResult run(
      StubServer.Behaviour behaviour, LoadModel model, int loops, TrialRecording recording)
      throws Exception {
    return run(behaviour, model, loops, WINDOW, recording);
  }

  private static TrialResult run(
      StubServer.Behaviour behaviour,
      LoadModel model,
      int loops,
      Duration window,
      TrialRecording recording)
      throws Exception {
    LoadRunnerOptions options = new LoadRunnerOptions(loops, LoadRunnerOptions.Transport.BEST);
    try (StubServer server = StubServer.start(behaviour);
        LoadRunner runner = new LoadRunner(options)) {
      return runner.run(
          new TrialPlan(
              server.address(),
              "stub",
              model,
              Trial.gets(5),
              SETTLING,
              window,
              Trial.SEED,
              new Limits(
                  Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000_000)),
          TrialObserver.NONE,
          recording);
    }
  }
}
