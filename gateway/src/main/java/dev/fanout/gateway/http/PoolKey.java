package dev.fanout.gateway.http;

/**
 * What requests must have in common to share connections.
 *
 * @param entityId empty under {@link PoolModel#PER_AUTHORITY}
 */
record PoolKey(UpstreamAuthority authority, String entityId) {}
