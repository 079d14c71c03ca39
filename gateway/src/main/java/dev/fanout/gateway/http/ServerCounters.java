package dev.fanout.gateway.http;

/**
 * What a server did so far.
 *
 * @param requests heads handed to the handler
 * @param rejected requests that the server answered itself: malformed, too large, too slow
 * @param aborted exchanges that ended before their response was whole
 * @param connections accepted
 * @param refusedConnections closed at once, over the limit
 */
public record ServerCounters(
    long requests, long rejected, long aborted, long connections, long refusedConnections) {}
