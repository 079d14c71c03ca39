package dev.fanout.functionhost;

import java.time.Duration;

/**
 * How a backend grows under load, in the manner of Azure's Flex Consumption plan: it begins with
 * one instance, each instance works on a limited number of requests at a time, further ones wait,
 * and when requests have waited for a while one more instance answers. Instances do not go away
 * again.
 *
 * @param mostInstances in 2..64
 * @param concurrency requests that one instance works on at a time, in 1..1,000
 * @param scaleAfter how long requests must have waited, with breaks of a tenth of it at most, in 10
 *     ms..10 min
 */
public record ScalingModel(int mostInstances, int concurrency, Duration scaleAfter) {
  public ScalingModel {
    if (mostInstances < 2 || mostInstances > 64) {
      throw new IllegalArgumentException("instances " + mostInstances + " are not in 2..64");
    }
    if (concurrency < 1 || concurrency > 1_000) {
      throw new IllegalArgumentException("concurrency " + concurrency + " is not in 1..1,000");
    }
    if (scaleAfter.compareTo(Duration.ofMillis(10)) < 0
        || scaleAfter.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException(
          "scale-out after " + scaleAfter + " is not in 10 ms..10 min");
    }
  }
}
