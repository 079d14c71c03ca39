package dev.fanout.experiment;

import java.time.Duration;
import java.util.List;

/**
 * A local backend that begins with one instance and grows while requests wait, as the mock
 * backend's options {@code --instances}, {@code --instance-concurrency} and {@code --scale-after}
 * say.
 *
 * @param instances at most
 * @param concurrency requests that an instance works on at a time
 * @param scaleAfter how long requests wait before one more instance answers
 */
public record BackendScaling(int instances, int concurrency, Duration scaleAfter) {
  public BackendScaling {
    if (instances < 2 || concurrency < 1 || scaleAfter.isNegative() || scaleAfter.isZero()) {
      throw new IllegalArgumentException(
          instances + " instances of " + concurrency + " after " + scaleAfter + " do not scale");
    }
  }

  List<String> arguments() {
    return List.of(
        "--instances",
        Integer.toString(instances),
        "--instance-concurrency",
        Integer.toString(concurrency),
        "--scale-after",
        scaleAfter.toMillis() + "ms");
  }
}
