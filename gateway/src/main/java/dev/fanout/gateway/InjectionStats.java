package dev.fanout.gateway;

import java.util.Objects;

/**
 * What an injection did so far.
 *
 * @param kind {@code delay} or {@code cpu}
 * @param askedNanos for each request
 * @param requests that it held back
 * @param totalNanos that it really took, over all of them
 */
public record InjectionStats(String kind, long askedNanos, long requests, long totalNanos) {
  public InjectionStats {
    Objects.requireNonNull(kind, "kind");
  }
}
