package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is measured against what a server of known latencies makes true. A latency is never below
 * the truth by more than the histogram's resolution; above it the machine may add, so the upper
 * bounds are wide.
 */
@Timeout(120)
class TruthTest {
  private static final long MILLI = 1_000_000;
  private static final double RATE = 400;
  private static final int IN_FLIGHT = 1_000;
  private static final Duration SETTLING = Duration.ofMillis(300);

  /** Three digits. */
  private static final double RESOLUTION = 0.001;

  private static final long SLACK = 25 * MILLI;
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
  class WithoutAStall {
    @Test
    void a_fixed_latency_is_seen_by_both_models_alike() throws Exception {
      LongUnaryOperator fixed = number -> 40 * MILLI;
      for (LoadModel model :
          new LoadModel[] {new LoadModel.Open(RATE, IN_FLIGHT), new LoadModel.Closed(16)}) {
        TrialResult result = run(fixed, model, Duration.ofSeconds(1));

        assertThat(result.errors()).isEmpty();
        assertQuantile(result.responseTime(), 1, 40 * MILLI);
        assertQuantile(result.responseTime(), 50, 40 * MILLI);
        assertQuantile(result.serviceTime(), 50, 40 * MILLI);
        assertQuantile(result.responseTime(), 90, 40 * MILLI);
      }
    }

    /** Every fifth answer takes 120 ms, the others 20: quantiles up to 80 % are 20 ms. */
    @Test
    void two_modes_are_as_frequent_as_they_are() throws Exception {
      LongUnaryOperator bimodal = number -> number % 5 == 0 ? 120 * MILLI : 20 * MILLI;
      TrialResult result = run(bimodal, new LoadModel.Open(RATE, IN_FLIGHT), Duration.ofSeconds(1));

      assertQuantile(result.responseTime(), 50, 20 * MILLI);
      assertQuantile(result.responseTime(), 70, 20 * MILLI);
      assertQuantile(result.responseTime(), 90, 120 * MILLI);
      assertThat(share(result.responseTime(), 100 * MILLI)).isBetween(0.17, 0.23);
    }
  }

  @Nested
  class WithAStallOfOneSecond {
    private static final Duration WINDOW = Duration.ofSeconds(3);
    private static final long STALL_START = 1_000 * MILLI;
    private static final long STALL_END = 2_000 * MILLI;
    private static final long LATENCY = 10 * MILLI;

    @Test
    void response_times_of_the_open_model_are_those_of_its_arrivals() throws Exception {
      TrialResult result = stalled(new LoadModel.Open(RATE, IN_FLIGHT));

      assertThat(result.errors()).isEmpty();
      long[] truth = truth();
      assertThat(result.responseTime().getTotalCount()).isEqualTo(truth.length);
      for (double percentile : new double[] {50, 70, 80, 90, 95, 99}) {
        long expected = truth[(int) Math.ceil(percentile / 100 * truth.length) - 1];
        // The stall begins when the observer is called, some time after the window.
        assertThat(result.responseTime().getValueAtPercentile(percentile))
            .as("percentile %s", percentile)
            .isBetween(expected - 10 * MILLI, expected + SLACK);
      }
    }

    /** With connections for only eight, seven eighths of the wait are before the send. */
    @Test
    void its_service_times_miss_what_waits_for_a_connection() throws Exception {
      TrialResult result = stalled(new LoadModel.Open(RATE, 8));

      // A third of the arrivals meet the stall, and so do later ones in the queue behind it.
      assertThat(share(result.responseTime(), 100 * MILLI)).isGreaterThan(0.25);
      assertThat(result.serviceTime().getCountBetweenValues(100 * MILLI, Long.MAX_VALUE / 2))
          .isBetween(1L, 8L);
      assertThat(result.sendLag().getValueAtPercentile(90)).isGreaterThan(100 * MILLI);
    }

    /** Twenty users meet it with twenty requests, whatever else would have come. */
    @Test
    void the_closed_model_does_not_see_it_at_the_99th_percentile() throws Exception {
      TrialResult result = stalled(new LoadModel.Closed(20));

      assertThat(result.responseTime().getCountBetweenValues(500 * MILLI, Long.MAX_VALUE / 2))
          .isBetween(1L, 20L);
      // 20 users ÷ 10 ms for two of three seconds are 4,000 requests, of which 20 are half a
      // percent.
      assertThat(result.requests()).isGreaterThan(2_000);
      assertThat(result.responseTime().getValueAtPercentile(99)).isLessThan(500 * MILLI);
      assertThat(result.responseTime().getMaxValue()).isGreaterThan(900 * MILLI);
    }

    private TrialResult stalled(LoadModel model) throws InterruptedException {
      try (DelayServer server = new DelayServer(number -> LATENCY)) {
        TrialObserver stalling =
            new TrialObserver() {
              @Override
              public void windowOpened() {
                long now = System.nanoTime();
                server.stall(now + STALL_START, now + STALL_END);
              }
            };
        return runner.run(plan(server, model, WINDOW), stalling, TrialRecording.NONE);
      }
    }

    /** Response times of the plan's own arrivals, ascending. */
    private long[] truth() {
      SplittableRandom seeded = new SplittableRandom(Trial.SEED);
      long windowEnd = SETTLING.plus(WINDOW).toNanos();
      ArrivalSchedule schedule =
          new ArrivalSchedule(
              new LoadModel.Open(RATE, IN_FLIGHT),
              0,
              1,
              SETTLING,
              WINDOW,
              windowEnd,
              seeded.split().split().nextLong());
      long[] truth = new long[2 * (int) (RATE * WINDOW.toSeconds())];
      int count = 0;
      for (long at = schedule.next(); at < Long.MAX_VALUE; at = schedule.next()) {
        long inWindow = at - SETTLING.toNanos();
        if (inWindow >= 0) {
          long answered = inWindow + LATENCY;
          boolean held = answered >= STALL_START && answered < STALL_END;
          truth[count++] = held ? STALL_END - inWindow : LATENCY;
        }
      }
      long[] sorted = Arrays.copyOf(truth, count);
      Arrays.sort(sorted);
      return sorted;
    }
  }

  private static void assertQuantile(Histogram histogram, double percentile, long expectedNanos) {
    assertThat(histogram.getValueAtPercentile(percentile))
        .as("percentile %s", percentile)
        .isBetween(Math.round(expectedNanos * (1 - RESOLUTION)) - 1_000, expectedNanos + SLACK);
  }

  private static double share(Histogram histogram, long aboveNanos) {
    return (double) histogram.getCountBetweenValues(aboveNanos, Recorder.HIGHEST_NANOS)
        / histogram.getTotalCount();
  }

  private static TrialResult run(LongUnaryOperator delays, LoadModel model, Duration window)
      throws InterruptedException {
    try (DelayServer server = new DelayServer(delays)) {
      return runner.run(plan(server, model, window));
    }
  }

  private static TrialPlan plan(DelayServer server, LoadModel model, Duration window) {
    return new TrialPlan(
        server.address(), "stub", model, Trial.get(), SETTLING, window, Trial.SEED, Limits.DEFAULT);
  }
}
