package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bounds are those that no delay of the machine can break: a load may be late, never early. */
@Timeout(120)
class ClosedModelTest {
  private static final Duration SETTLING = Duration.ofMillis(200);
  private static LoadRunner runner;

  @BeforeAll
  static void startLoops() {
    runner = new LoadRunner();
  }

  @AfterAll
  static void stopLoops() {
    runner.close();
  }

  /** A user that thinks 50 ms sends at most 21 requests a second. */
  @Test
  void users_think_after_each_answer() throws Exception {
    TrialResult result =
        run(closed(4, new Delay.Fixed(Duration.ofMillis(50)), Delay.NONE), 1_000, 0);

    assertThat(result.errors()).isEmpty();
    assertThat(result.requests()).isBetween(4L, 4 * 21L);
  }

  /** The server takes 20 ms of the 50: with pacing a user has the rest, with thinking all. */
  @Test
  void pacing_counts_the_answer_in_and_thinking_does_not() throws Exception {
    Delay fifty = new Delay.Fixed(Duration.ofMillis(50));
    TrialResult paced = run(closed(4, Delay.NONE, fifty), 1_000, 20);
    TrialResult thinking = run(closed(4, fifty, Delay.NONE), 1_000, 20);

    assertThat(paced.requests()).isBetween(4L, 4 * 21L);
    assertThat(thinking.requests()).isBetween(4L, 4 * 15L);
  }

  @Test
  void a_user_that_is_late_for_its_pace_sends_at_once() throws Exception {
    TrialResult result = run(closed(1, Delay.NONE, new Delay.Fixed(Duration.ofMillis(1))), 600, 20);

    // 600 ms ÷ 20 ms; a pace of its own would add 1 ms to each.
    assertThat(result.requests()).isBetween(5L, 31L);
    assertThat(result.meanInFlight()).isGreaterThan(0.5);
  }

  @Test
  void delays_may_be_drawn() throws Exception {
    Delay drawn = new Delay.Exponential(Duration.ofMillis(10), Duration.ofMillis(30));
    TrialResult result = run(closed(8, drawn, Delay.NONE), 500, 0);

    assertThat(result.errors()).isEmpty();
    assertThat(result.requests()).isGreaterThan(20);
  }

  @Test
  void users_come_along_a_ramp_that_may_reach_into_the_window() throws Exception {
    List<TrialInterval> intervals = new ArrayList<>();
    LoadModel ramp =
        new LoadModel.Closed(
            2, 10, Duration.ofMillis(2_200), new Delay.Fixed(Duration.ofMillis(5)), Delay.NONE);
    TrialResult result = run(ramp, 2_500, 0, intervals);

    assertThat(result.errors()).isEmpty();
    assertThat(intervals.get(0).users()).isBetween(2, 9);
    assertThat(intervals).extracting(TrialInterval::users).isSorted();
    assertThat(intervals.get(intervals.size() - 1).users()).isEqualTo(10);
    assertThat(result.socketsOpened()).isEqualTo(10);
  }

  @Test
  void users_leave_along_a_ramp_and_take_their_connections_with_them() throws Exception {
    List<TrialInterval> intervals = new ArrayList<>();
    LoadModel ramp =
        new LoadModel.Closed(
            10, 2, Duration.ofMillis(1_000), new Delay.Fixed(Duration.ofMillis(5)), Delay.NONE);
    TrialResult result = run(ramp, 2_500, 0, intervals);

    assertThat(result.errors()).isEmpty();
    assertThat(intervals.get(intervals.size() - 1).users()).isEqualTo(2);
    assertThat(result.socketsOpened()).isEqualTo(10);
    assertThat(intervals.get(0).users()).isGreaterThan(2);
  }

  /** A cap of 200 per second leaves 100 for half a second, and one for each edge. */
  @Test
  void a_cap_holds_whatever_the_users_want() throws Exception {
    try (StubServer server = StubServer.start(StubServer.raw(StubServer.ok("ok")))) {
      TrialResult result =
          runner.run(
              new TrialPlan(
                  server.address(),
                  "stub",
                  new LoadModel.Closed(20),
                  Trial.get(),
                  SETTLING,
                  Duration.ofMillis(500),
                  Trial.SEED,
                  Limits.DEFAULT,
                  Optional.empty(),
                  OptionalDouble.of(200)));

      assertThat(result.errors()).isEmpty();
      assertThat(result.requests()).isBetween(10L, 102L);
      assertThat(server.requestLines.size()).isLessThanOrEqualTo(200 * 72 / 100 + 3);
    }
  }

  @Test
  void plans_that_cannot_be_are_refused() throws Exception {
    assertThatThrownBy(() -> new LoadModel.Closed(0)).hasMessageContaining("without users");
    assertThatThrownBy(() -> new LoadModel.Closed(1, 2, Duration.ZERO, Delay.NONE, Delay.NONE))
        .hasMessageContaining("need a ramp");
    try (StubServer server = StubServer.start(StubServer.echo(""))) {
      assertThatThrownBy(
              () ->
                  new TrialPlan(
                      server.address(),
                      "stub",
                      new LoadModel.Open(300, 8),
                      Trial.get(),
                      SETTLING,
                      SETTLING,
                      1,
                      Limits.DEFAULT,
                      Optional.empty(),
                      OptionalDouble.of(200)))
          .hasMessage("rate 300.0 per second is above the cap of 200.0");
    }
  }

  private static LoadModel closed(int users, Delay think, Delay pacing) {
    return new LoadModel.Closed(users, users, Duration.ZERO, think, pacing);
  }

  private static TrialResult run(LoadModel model, int windowMillis, int serverMillis)
      throws Exception {
    return run(model, windowMillis, serverMillis, new ArrayList<>());
  }

  private static TrialResult run(
      LoadModel model, int windowMillis, int serverMillis, List<TrialInterval> intervals)
      throws Exception {
    StubServer.Behaviour behaviour =
        (line, number, out) -> {
          Thread.sleep(serverMillis);
          StubServer.write(out, StubServer.ok("ok"));
        };
    try (StubServer server = StubServer.start(behaviour)) {
      return runner.run(
          new TrialPlan(
              server.address(),
              "stub",
              model,
              Trial.get(),
              SETTLING,
              Duration.ofMillis(windowMillis),
              Trial.SEED,
              Limits.DEFAULT),
          TrialObserver.NONE,
          TrialRecording.intervals(intervals::add));
    }
  }
}
