package dev.fanout.gateway.http;

import io.netty.channel.EventLoop;

/** The upstream connections of one variant. */
public final class UpstreamPools implements AutoCloseable {
  public UpstreamPools(EventLoops loops, UpstreamOptions options) {}

  /** Sends on the exchange's loop, and gives up when its client has gone. */
  public UpstreamCall send(
      HttpExchange exchange, UpstreamRequest request, UpstreamCallback callback) {
    throw new UnsupportedOperationException();
  }

  /** Sends on {@code loop}, which must be the calling thread's. */
  public UpstreamCall send(EventLoop loop, UpstreamRequest request, UpstreamCallback callback) {
    throw new UnsupportedOperationException();
  }

  public PoolCounters counters() {
    throw new UnsupportedOperationException();
  }

  /** Closes all connections. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
