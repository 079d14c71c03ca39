package dev.fanout.gateway.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The upstream connections of one variant. A connection lives on the event loop of the request that
 * opened it and goes back to its pool only when both the response and the request were whole.
 * Thread-safe.
 */
public final class UpstreamPools implements AutoCloseable {
  private final EventLoops loops;
  private final UpstreamOptions options;
  private final HostResolver resolver = new HostResolver();
  private final TlsContexts tls;
  private final Map<PoolKey, Pool> pools = new ConcurrentHashMap<>();
  private final Set<UpstreamConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder opened = new LongAdder();
  private final LongAdder reused = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder queued = new LongAdder();
  private final LongAdder retried = new LongAdder();
  private final LongAdder connectFailures = new LongAdder();
  private volatile boolean closed;

  public UpstreamPools(EventLoops loops, UpstreamOptions options) {
    this.loops = loops;
    this.options = options;
    this.tls = new TlsContexts(options.trust());
  }

  /** Sends on the exchange's loop, and gives up when its client has gone. */
  public UpstreamCall send(
      HttpExchange exchange, UpstreamRequest request, UpstreamCallback callback) {
    Call call = start(exchange.eventLoop(), request, callback, exchange);
    exchange.onClientGone(call);
    return call;
  }

  /** Sends on {@code loop}, which must be the calling thread's. */
  public UpstreamCall send(EventLoop loop, UpstreamRequest request, UpstreamCallback callback) {
    return start(loop, request, callback, null);
  }

  public PoolCounters counters() {
    return new PoolCounters(
        opened.sum(),
        reused.sum(),
        open.get(),
        peak.get(),
        refused.sum(),
        queued.sum(),
        retried.sum(),
        connectFailures.sum());
  }

  /** Closes all connections; calls in flight fail. */
  @Override
  public void close() {
    closed = true;
    connections.forEach(UpstreamConnection::closeNow);
    resolver.close();
  }

  UpstreamOptions options() {
    return options;
  }

  private Call start(
      EventLoop loop,
      UpstreamRequest request,
      UpstreamCallback callback,
      @Nullable HttpExchange exchange) {
    Call call = new Call(this, loop, loops.context(loop), request, callback, exchange);
    if (closed) {
      call.fail(UpstreamFailure.Kind.CONNECT, "the gateway is closing");
    } else {
      acquire(call);
    }
    return call;
  }

  private void acquire(Call call) {
    PoolKey key =
        new PoolKey(
            call.request().authority(),
            options.model() == PoolModel.PER_ENTITY ? call.request().entityId() : "");
    while (true) {
      Pool pool = pools.get(key);
      if (pool == null) {
        pool = pools.computeIfAbsent(key, any -> new Pool(any, options.connectionLimit()));
      }
      UpstreamConnection ready = call.retried ? null : pool.takeIdle(call.loop());
      if (ready != null) {
        ready.start(call);
        return;
      }
      Pool.Acquired acquired = pool.acquire(call, waiting.get() < options.maxQueued());
      UpstreamConnection connection = acquired.connection();
      switch (acquired.grant()) {
        case CONNECTION -> {
          if (connection != null) {
            connection.start(call);
          }
        }
        case PERMIT -> connect(call, pool);
        case QUEUED -> {
          waiting.incrementAndGet();
          queued.increment();
          long until =
              Math.min(System.nanoTime() + options.queueTimeout().toNanos(), call.deadlineNanos());
          Pool queue = pool;
          call.waitUntil(until, () -> waitedTooLong(call, queue));
          if (connection != null) {
            connection.closeNow();
          }
        }
        case REFUSED -> {
          refused.increment();
          call.fail(
              UpstreamFailure.Kind.POOL_EXHAUSTED,
              "no connection to " + key.authority() + " is free and the queue is full");
        }
        case DEAD -> {
          pools.remove(key, pool);
          continue;
        }
      }
      return;
    }
  }

  private void waitedTooLong(Call call, Pool pool) {
    if (pool.leave(call)) {
      waiting.decrementAndGet();
      refused.increment();
      call.fail(
          UpstreamFailure.Kind.POOL_EXHAUSTED,
          "all "
              + options.connectionLimit()
              + " connections to "
              + pool.key().authority()
              + " stayed busy");
    }
  }

  void cancelled(Call call) {
    Pool queue = call.queuedIn;
    if (queue != null && queue.leave(call)) {
      waiting.decrementAndGet();
    }
  }

  /** A connection has served its call whole, or was opened for a call that has gone. */
  void release(UpstreamConnection connection, Pool pool) {
    Pool.Released released = pool.release(connection);
    Call next = released.next();
    if (released.toClose()) {
      connection.closeNow();
    } else if (next != null) {
      waiting.decrementAndGet();
      next.stopWaiting();
      if (next.isOver()) {
        release(connection, pool);
      } else {
        connection.start(next);
      }
    }
  }

  /** A connection's socket is closed, or was never opened ({@code connection} null). */
  void closed(@Nullable UpstreamConnection connection, Pool pool) {
    open.decrementAndGet();
    if (connection != null) {
      connections.remove(connection);
    }
    Call next = pool.closed(connection);
    if (next != null) {
      waiting.decrementAndGet();
      connectOnItsLoop(next, pool);
    } else if (pool.isDead()) {
      pools.remove(pool.key(), pool);
    }
  }

  void countReuse() {
    reused.increment();
  }

  /** A reused connection was stale: the request goes out once more, on a new one. */
  void retry(Call call) {
    call.retried = true;
    retried.increment();
    acquire(call);
  }

  private void connectOnItsLoop(Call call, Pool pool) {
    call.loop()
        .execute(
            () -> {
              call.stopWaiting();
              connect(call, pool);
            });
  }

  /** Opens a connection; the call's permit is taken. */
  private void connect(Call call, Pool pool) {
    int now = open.incrementAndGet();
    peak.accumulateAndGet(now, Math::max);
    UpstreamAuthority authority = pool.key().authority();
    Optional<InetSocketAddress> override = options.connectTo();
    if (override.isPresent()) {
      dial(call, pool, override.get());
    } else {
      resolver.resolve(
          authority.host(),
          authority.port(),
          call.loop(),
          address -> {
            if (address.isPresent()) {
              dial(call, pool, address.get());
            } else {
              connectFailed(call, pool, "the host of " + authority + " is not known");
            }
          });
    }
  }

  private void dial(Call call, Pool pool, InetSocketAddress address) {
    UpstreamAuthority authority = pool.key().authority();
    boolean overTls = authority.isTls() && !options.connectPlain();
    UpstreamConnection connection = new UpstreamConnection(this, pool, call.loop(), call.context());
    Bootstrap bootstrap =
        loops
            .clientBootstrap(call.loop())
            .disableResolver()
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.AUTO_READ, false)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) Math.min(options.connectTimeout().toMillis(), Integer.MAX_VALUE))
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    if (overTls) {
                      channel
                          .pipeline()
                          .addLast(tls.handler(channel, authority, options.connectTimeout()));
                    }
                    channel.pipeline().addLast(connection);
                  }
                });
    ChannelFuture connecting = bootstrap.connect(address);
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            connectFailed(
                call, pool, "cannot connect to " + authority + ": " + cause(done.cause()));
          } else if (overTls) {
            tls.whenReady(
                connecting.channel(),
                failure -> {
                  if (failure == null) {
                    connected(connection, call, pool);
                  } else {
                    connectFailures.increment();
                    connecting.channel().close();
                    call.fail(
                        UpstreamFailure.Kind.CONNECT,
                        "no TLS connection to " + authority + ": " + failure);
                  }
                });
          } else {
            connected(connection, call, pool);
          }
        });
  }

  private void connected(UpstreamConnection connection, Call call, Pool pool) {
    opened.increment();
    connections.add(connection);
    if (closed) {
      connection.closeNow();
    }
    if (call.isOver()) {
      release(connection, pool);
    } else {
      connection.start(call);
    }
  }

  private void connectFailed(Call call, Pool pool, String message) {
    connectFailures.increment();
    closed(null, pool);
    call.fail(UpstreamFailure.Kind.CONNECT, message);
  }

  private static String cause(@Nullable Throwable cause) {
    return cause == null || cause.getMessage() == null ? "unknown cause" : cause.getMessage();
  }
}
