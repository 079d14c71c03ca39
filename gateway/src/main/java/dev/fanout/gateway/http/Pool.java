package dev.fanout.gateway.http;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one authority, or of one Backend entity, under one limit. Each event loop has its
 * own idle connections, so that a request stays on its thread; the permits are common. When all
 * permits are out, an idle connection of another loop is given up for a new one on this loop, and
 * only then does a request wait. Thread-safe by one lock, under which nothing is called.
 */
final class Pool {
  /** How much longer another loop's request must have waited to be served before one's own. */
  private static final long FAIRNESS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final class Lane {
    final ArrayDeque<UpstreamConnection> idle = new ArrayDeque<>();
    final Deque<Call> waiting = new ArrayDeque<>();
  }

  /** What a request gets. */
  enum Grant {
    /** An idle connection. */
    CONNECTION,
    /** The right to open one. */
    PERMIT,
    /** A place in the queue. */
    QUEUED,
    REFUSED,
    /** This pool was dropped meanwhile; ask for another. */
    DEAD
  }

  /**
   * The answer to {@link #acquire}.
   *
   * @param connection to be used, with {@link Grant#CONNECTION}; to be closed, with {@link
   *     Grant#PERMIT}
   */
  record Acquired(Grant grant, @Nullable UpstreamConnection connection) {}

  private static final Acquired QUEUED = new Acquired(Grant.QUEUED, null);
  private static final Acquired REFUSED = new Acquired(Grant.REFUSED, null);
  private static final Acquired DEAD = new Acquired(Grant.DEAD, null);
  private static final Acquired PERMIT = new Acquired(Grant.PERMIT, null);

  private final PoolKey key;
  private final int limit;
  private final Map<EventLoop, Lane> lanes = new LinkedHashMap<>();
  private int permits;
  private boolean dead;

  Pool(PoolKey key, int limit) {
    this.key = key;
    this.limit = limit;
  }

  PoolKey key() {
    return key;
  }

  /** Takes an idle connection of the call's loop; null if there is none. */
  synchronized @Nullable UpstreamConnection takeIdle(EventLoop loop) {
    Lane lane = lanes.get(loop);
    return lane == null ? null : lane.idle.pollLast();
  }

  synchronized Acquired acquire(Call call, boolean mayQueue) {
    if (dead) {
      return DEAD;
    }
    Lane own = lane(call.loop());
    // A stale connection is not followed by another that may be stale too.
    UpstreamConnection idle = call.retried ? null : own.idle.pollLast();
    if (idle != null) {
      return new Acquired(Grant.CONNECTION, idle);
    }
    if (permits < limit) {
      permits++;
      return PERMIT;
    }
    for (Lane lane : lanes.values()) {
      UpstreamConnection foreign = lane.idle.pollFirst();
      if (foreign != null) {
        foreign.givePermitAway();
        return new Acquired(Grant.PERMIT, foreign);
      }
    }
    if (!mayQueue) {
      return REFUSED;
    }
    call.queuedNanos = System.nanoTime();
    call.queuedIn = this;
    own.waiting.addLast(call);
    return QUEUED;
  }

  /**
   * Puts a connection back, or gives it or its permit to a waiting call.
   *
   * @return the call that gets it; on another loop than the connection's it gets the permit only
   */
  synchronized @Nullable Call release(UpstreamConnection connection) {
    Call next = nextWaiting(connection.loop());
    if (next == null) {
      lane(connection.loop()).idle.addLast(connection);
    } else if (next.loop() != connection.loop()) {
      connection.givePermitAway();
    }
    return next;
  }

  /**
   * A connection with a permit is gone.
   *
   * @return the call that gets the permit
   */
  synchronized @Nullable Call closed(@Nullable UpstreamConnection connection) {
    if (connection != null) {
      lane(connection.loop()).idle.removeLastOccurrence(connection);
      if (!connection.ownsPermit()) {
        return null;
      }
      connection.givePermitAway();
    }
    Call next = nextWaiting(null);
    if (next == null) {
      permits--;
      if (permits == 0) {
        dead = true;
      }
    }
    return next;
  }

  /** Whether its last connection is gone; it grants nothing any more. */
  synchronized boolean isDead() {
    return dead;
  }

  /** Takes a call out of the queue; false if it had left. */
  synchronized boolean leave(Call call) {
    Lane lane = lanes.get(call.loop());
    call.queuedIn = null;
    return lane != null && lane.waiting.remove(call);
  }

  /** The one that has waited longest, with a preference for those of {@code loop}. */
  private @Nullable Call nextWaiting(@Nullable EventLoop loop) {
    Lane best = null;
    long bestNanos = 0;
    for (Map.Entry<EventLoop, Lane> entry : lanes.entrySet()) {
      Call first = entry.getValue().waiting.peekFirst();
      if (first != null) {
        long nanos = first.queuedNanos - (entry.getKey() == loop ? FAIRNESS_NANOS : 0);
        if (best == null || nanos - bestNanos < 0) {
          best = entry.getValue();
          bestNanos = nanos;
        }
      }
    }
    Call next = best == null ? null : best.waiting.pollFirst();
    if (next != null) {
      next.queuedIn = null;
    }
    return next;
  }

  private Lane lane(EventLoop loop) {
    return lanes.computeIfAbsent(loop, any -> new Lane());
  }
}
