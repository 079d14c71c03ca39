package dev.fanout.gateway.http;

/**
 * What the pools of one variant did so far.
 *
 * @param opened connections established, over all pools
 * @param reused requests sent on a connection that had served another
 * @param open connections that are established or being so now
 * @param peak the largest value of {@code open}
 * @param refused requests that failed with {@link UpstreamFailure.Kind#POOL_EXHAUSTED}
 * @param queued requests that had to wait for a connection
 * @param retried requests sent again because a reused connection was stale
 * @param connectFailures connections that could not be established
 */
public record PoolCounters(
    long opened,
    long reused,
    long open,
    long peak,
    long refused,
    long queued,
    long retried,
    long connectFailures) {}
