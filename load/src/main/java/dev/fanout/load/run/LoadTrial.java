package dev.fanout.load.run;

import dev.fanout.load.LoadModel;
import dev.fanout.load.TrialResult;
import java.time.Instant;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** One stage against one target. */
public record LoadTrial(
    LoadTarget target,
    LoadStage stage,
    Instant startedAt,
    Instant endedAt,
    TrialResult result,
    SelfCheck selfCheck) {

  /** The latency to judge by: from the intended start (open model) or from the send (closed). */
  public Histogram judgedLatency() {
    return stage.model() instanceof LoadModel.Open ? result.responseTime() : result.serviceTime();
  }

  /** What a reader of the figures must know that they cannot show; one sentence. */
  public Optional<String> cannotSee() {
    if (!(stage.model() instanceof LoadModel.Closed closed)) {
      return Optional.empty();
    }
    return Optional.of(
        "closed model: while the target stalls, each of "
            + closed.mostVus()
            + " users waits with one request and sends no other, so what further arrivals would"
            + " have waited is not in these latencies");
  }
}
