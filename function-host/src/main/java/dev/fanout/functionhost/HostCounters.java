package dev.fanout.functionhost;

/**
 * What a host has done since it started.
 *
 * @param requests whole requests received
 * @param refused answered 429 because too much waited
 * @param failed answered 500 because the function threw
 * @param connectionsOpened accepted
 * @param connectionsOpen now
 */
public record HostCounters(
    long requests, long refused, long failed, long connectionsOpened, long connectionsOpen) {}
