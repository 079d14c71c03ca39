package dev.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the event loop's thread allocates once a trial runs. */
class SteadyPathTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void allocates_next_to_nothing_for_a_request() throws Exception {
    RequestMix mix =
        new RequestMix(
            IntStream.range(0, 10)
                .mapToObj(
                    i ->
                        RequestTemplate.get(
                            "svc" + i, "get", "/svc" + i + "/{id}", new BodyCheck.Contains("path")))
                .toList(),
            RequestMix.Selection.UNIFORM);
    for (LoadModel model : List.of(new LoadModel.Closed(4), new LoadModel.Open(2_000, 32))) {
      try (StubServer server = StubServer.start(StubServer.echo(""));
          LoadRunner runner = new LoadRunner()) {
        long[] allocated = new long[2];
        TrialResult result =
            runner.run(
                new TrialPlan(
                    server.address(),
                    "stub",
                    model,
                    mix,
                    Duration.ofMillis(600),
                    Duration.ofMillis(600),
                    1,
                    Limits.DEFAULT),
                new TrialObserver() {
                  @Override
                  public void windowOpened() {
                    allocated[0] = allocatedByLoops();
                  }

                  @Override
                  public void windowClosed() {
                    allocated[1] = allocatedByLoops();
                  }
                });

        assertThat(result.passed()).isGreaterThan(100);
        // The transport itself makes a small object now and then; a request of ours makes none.
        assertThat((allocated[1] - allocated[0]) / (double) result.requests())
            .as("bytes for each request, %s", model)
            .isLessThan(64);
      }
    }
  }

  private static long allocatedByLoops() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("fanout-load"))
        .mapToLong(thread -> THREADS.getThreadAllocatedBytes(thread.getId()))
        .sum();
  }
}
