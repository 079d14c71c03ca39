package dev.fanout.gateway.http;

import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

/** One request on its way: waiting for a connection, connecting, or on a connection. */
final class Call implements UpstreamCall, Runnable {
  private static final System.Logger LOG = System.getLogger(Call.class.getName());

  private final UpstreamPools pools;
  private final EventLoop loop;
  private final LoopContext context;
  private final UpstreamRequest request;
  private final UpstreamCallback callback;
  private final @Nullable HttpExchange exchange;
  private final long startNanos;

  long sentNanos;
  long firstByteNanos;
  long endNanos;
  long queuedNanos;
  boolean reused;
  boolean retried;
  @Nullable UpstreamConnection connection;
  @Nullable Pool queuedIn;
  LoopContext.@Nullable Deadline waiting;
  private boolean over;

  Call(
      UpstreamPools pools,
      EventLoop loop,
      LoopContext context,
      UpstreamRequest request,
      UpstreamCallback callback,
      @Nullable HttpExchange exchange) {
    this.pools = pools;
    this.loop = loop;
    this.context = context;
    this.request = request;
    this.callback = callback;
    this.exchange = exchange;
    this.startNanos = System.nanoTime();
  }

  UpstreamRequest request() {
    return request;
  }

  EventLoop loop() {
    return loop;
  }

  LoopContext context() {
    return context;
  }

  /** When the response's head must be there. */
  long deadlineNanos() {
    return startNanos + request.responseTimeout().toNanos();
  }

  /** Whether nobody waits for an answer any more. */
  boolean isOver() {
    return over;
  }

  /** Watches the time while there is no connection. */
  void waitUntil(long nanoTime, Runnable action) {
    stopWaiting();
    LoopContext.Deadline deadline = context.watch(action);
    deadline.at(nanoTime);
    waiting = deadline;
  }

  void stopWaiting() {
    LoopContext.Deadline deadline = waiting;
    if (deadline != null) {
      waiting = null;
      context.unwatch(deadline);
    }
  }

  void answer(UpstreamResponse response) {
    if (over) {
      response.body().cancel();
    } else {
      over = true;
      try {
        callback.onResponse(response);
      } catch (RuntimeException | Error failure) {
        LOG.log(System.Logger.Level.ERROR, "a callback of an upstream call failed", failure);
        response.body().cancel();
        consumerFailed();
      }
    }
  }

  void fail(UpstreamFailure.Kind kind, String message) {
    stopWaiting();
    if (!over) {
      over = true;
      try {
        callback.onFailure(new UpstreamFailure(kind, message));
      } catch (RuntimeException | Error failure) {
        LOG.log(System.Logger.Level.ERROR, "a callback of an upstream call failed", failure);
        consumerFailed();
      }
    }
  }

  /** The callback threw: the exchange must not stay without answer. */
  void consumerFailed() {
    if (exchange instanceof ServerExchange served) {
      served.consumerFailed();
    }
  }

  /** RFC 9110, 9.2.2. */
  boolean isRepeatable() {
    return !retried
        && request.body().isReplayable()
        && switch (request.method()) {
          case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE" -> true;
          default -> false;
        };
  }

  @Override
  public void cancel() {
    over = true;
    stopWaiting();
    pools.cancelled(this);
    UpstreamConnection current = connection;
    if (current != null) {
      current.abandon(this);
    }
  }

  /** The client has gone. */
  @Override
  public void run() {
    cancel();
  }

  @Override
  public long sentNanos() {
    return sentNanos;
  }

  @Override
  public long firstByteNanos() {
    return firstByteNanos;
  }

  @Override
  public long endNanos() {
    return endNanos;
  }

  @Override
  public boolean isReused() {
    return reused;
  }
}
