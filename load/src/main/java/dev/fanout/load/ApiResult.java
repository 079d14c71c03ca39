package dev.fanout.load;

import org.HdrHistogram.AbstractHistogram;

/**
 * One API's share of a trial.
 *
 * @param requests sent; one that never got a connection belongs to no API yet
 * @param responseTime of the requests that passed, in nanoseconds at two significant digits
 */
public record ApiResult(
    String apiId, long requests, long passed, long failed, AbstractHistogram responseTime) {
  /** The same API's share of two parts of a trial. */
  ApiResult plus(ApiResult next) {
    if (!apiId.equals(next.apiId)) {
      throw new IllegalArgumentException("API " + apiId + " is not API " + next.apiId);
    }
    AbstractHistogram sum = responseTime.copy();
    sum.add(next.responseTime);
    return new ApiResult(
        apiId, requests + next.requests, passed + next.passed, failed + next.failed, sum);
  }
}
