package dev.fanout.load.summary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Trials with figures that a reader can work out. */
final class Trials {
  static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  private Trials() {}

  /** Service times 1 ms, 2 ms … {@code passed} ms, in a window of 10 s. */
  static TrialSummary closed(String target, String stage, int passed, int failed) {
    return trial(target, stage, passed, failed, 0, false);
  }

  static TrialSummary open(String target, String stage, int passed, int failed, int unstarted) {
    return trial(target, stage, passed, failed, unstarted, true);
  }

  private static TrialSummary trial(
      String target, String stage, int passed, int failed, int unstarted, boolean open) {
    Histogram service = new Histogram(1_000, 600_000_000_000L, 3);
    Histogram response = new Histogram(1_000, 600_000_000_000L, 3);
    Histogram api = new Histogram(1_000, 600_000_000_000L, 2);
    for (int i = 1; i <= passed; i++) {
      service.recordValue(i * 1_000_000L);
      response.recordValue(2 * i * 1_000_000L);
      api.recordValue(i * 1_000_000L);
    }
    TreeMap<String, Long> errors = new TreeMap<>();
    if (failed > 0) {
      errors.putAll(Map.of("status", (long) failed));
    }
    return new TrialSummary(
        target,
        "http://127.0.0.1:8080",
        stage,
        open ? "100/s, open, poisson" : "50 users, closed",
        open,
        open ? 0 : 50,
        START,
        Duration.ofSeconds(10),
        open ? OptionalDouble.of(100) : OptionalDouble.empty(),
        passed + failed + unstarted,
        passed,
        errors,
        unstarted,
        0,
        0,
        3.5,
        response,
        service,
        service,
        new Histogram(1_000, 600_000_000_000L, 3),
        List.of(new ApiSummary("orders", passed + failed, passed, failed, api)),
        failed > 0 ? List.of("status /x: status 503") : List.of(),
        List.of(),
        open ? Optional.empty() : Optional.of("a stalled target hides what it does"));
  }

  static LoadSummary summary(TrialSummary... trials) {
    return new LoadSummary(
        "orders",
        "fanout, epoll",
        Duration.ofNanos(1_000),
        List.of(),
        START,
        START.plusSeconds(20),
        OptionalLong.of(7),
        Optional.empty(),
        false,
        List.of(trials));
  }
}
