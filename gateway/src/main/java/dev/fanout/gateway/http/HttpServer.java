package dev.fanout.gateway.http;

import java.time.Duration;

/** An HTTP/1.1 server on 127.0.0.1. */
public final class HttpServer implements AutoCloseable {
  private HttpServer() {}

  /**
   * Binds and serves.
   *
   * @throws java.io.IOException if the port is taken
   */
  public static HttpServer start(
      EventLoops loops, HttpServerOptions options, ExchangeHandler handler)
      throws java.io.IOException {
    throw new UnsupportedOperationException();
  }

  public int port() {
    throw new UnsupportedOperationException();
  }

  public ServerCounters counters() {
    throw new UnsupportedOperationException();
  }

  /**
   * Stops accepting, finishes what is in flight with {@code Connection: close}, and closes what is
   * left after {@code deadline}. Blocks; not for an event loop.
   *
   * @return the number of exchanges that were cut off
   */
  public int drain(Duration deadline) {
    throw new UnsupportedOperationException();
  }

  /** Closes at once. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
