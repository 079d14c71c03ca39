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
 * own idle connections, so that a request stays on its thread; the permits are common, and each
 * belongs to one connection from before it is dialled until its socket is closed. When all permits
 * are out, a request waits; an idle connection of another loop is closed to make room for it.
 * Thread-safe by one lock, under which nothing is called.
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
   *     Grant#QUEUED}
   */
  record Acquired(Grant grant, @Nullable UpstreamConnection connection) {}

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
    if (!mayQueue) {
      return REFUSED;
    }
    UpstreamConnection surplus = null;
    for (Lane lane : lanes.values()) {
      surplus = lane.idle.pollFirst();
      if (surplus != null) {
        break;
      }
    }
    call.queuedNanos = System.nanoTime();
    call.queuedIn = this;
    own.waiting.addLast(call);
    return new Acquired(Grant.QUEUED, surplus);
  }

  /**
   * What becomes of a connection that is free again.
   *
   * @param next the call that takes it, if one of its loop waits
   * @param toClose whether it must make room for a call that waits on another loop
   */
  record Released(@Nullable Call next, boolean toClose) {}

  private static final Released KEPT = new Released(null, false);
  private static final Released TO_CLOSE = new Released(null, true);

  /** Puts a connection back, unless a call waits. */
  synchronized Released release(UpstreamConnection connection) {
    Lane own = lane(connection.loop());
    Lane next = longestWaiting(connection.loop());
    if (next == null) {
      own.idle.addLast(connection);
      return KEPT;
    }
    return next == own ? new Released(poll(next), false) : TO_CLOSE;
  }

  /**
   * A connection is gone, or was never there.
   *
   * @return the call that gets its permit
   */
  synchronized @Nullable Call closed(@Nullable UpstreamConnection connection) {
    if (connection != null) {
      lane(connection.loop()).idle.removeLastOccurrence(connection);
    }
    Lane next = longestWaiting(null);
    if (next != null) {
      return poll(next);
    }
    permits--;
    dead = permits == 0;
    return null;
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

  /** The queue whose first call has waited longest, with a preference for that of {@code loop}. */
  private @Nullable Lane longestWaiting(@Nullable EventLoop loop) {
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
    return best;
  }

  private static Call poll(Lane lane) {
    Call next = lane.waiting.removeFirst();
    next.queuedIn = null;
    return next;
  }

  private Lane lane(EventLoop loop) {
    return lanes.computeIfAbsent(loop, any -> new Lane());
  }
}
