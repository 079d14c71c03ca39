package dev.fanout.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * An HTTP/1.1 server on 127.0.0.1. Each server has its own port, connections and counters; several
 * may share {@link EventLoops}. Thread-safe.
 */
public final class HttpServer implements AutoCloseable {
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final HttpServerOptions options;
  private final Set<ServerConnection> connections = ConcurrentHashMap.newKeySet();
  private final LongAdder requests = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder aborted = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final Channel listener;
  private volatile boolean draining;

  private HttpServer(EventLoops loops, HttpServerOptions options, ExchangeHandler handler)
      throws IOException {
    this.options = options;
    ChannelFuture bound =
        loops
            .serverBootstrap()
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new ServerConnection(HttpServer.this, loops, options, handler));
                  }
                })
            .bind(
                new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port()))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      BindException failure = new BindException("cannot listen on 127.0.0.1:" + options.port());
      failure.initCause(bound.cause());
      throw failure;
    }
    this.listener = bound.channel();
  }

  /**
   * Binds and serves.
   *
   * @throws BindException if the port is taken
   */
  public static HttpServer start(
      EventLoops loops, HttpServerOptions options, ExchangeHandler handler) throws IOException {
    return new HttpServer(loops, options, handler);
  }

  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  public ServerCounters counters() {
    return new ServerCounters(
        requests.sum(), rejected.sum(), aborted.sum(), accepted.sum(), refused.sum());
  }

  /**
   * Stops accepting, finishes what is in flight with {@code Connection: close}, and closes what is
   * left after {@code deadline}. Blocks; not for an event loop.
   *
   * @return the number of connections that were cut off within an exchange
   */
  public int drain(Duration deadline) {
    draining = true;
    listener.close().awaitUninterruptibly();
    connections.forEach(ServerConnection::drain);
    long end = System.nanoTime() + deadline.toNanos();
    while (!connections.isEmpty() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    int cut = 0;
    for (ServerConnection connection : connections) {
      if (connection.isBusy()) {
        cut++;
      }
      connection.closeNow();
    }
    return cut;
  }

  /** Closes at once. */
  @Override
  public void close() {
    drain(Duration.ZERO);
  }

  boolean isDraining() {
    return draining;
  }

  /** Whether one more connection may stay. */
  boolean opened(ServerConnection connection) {
    if (draining || connections.size() >= options.maxConnections()) {
      refused.increment();
      return false;
    }
    connections.add(connection);
    accepted.increment();
    return true;
  }

  void closed(ServerConnection connection) {
    connections.remove(connection);
  }

  void countRequest() {
    requests.increment();
  }

  void countRejection() {
    rejected.increment();
  }

  void countAbort() {
    aborted.increment();
  }
}
