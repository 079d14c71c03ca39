package dev.fanout.gateway.http;

import dev.fanout.gateway.http.internal.WireWriter;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the connections of one event loop share: the text of the Date field, and one coarse timer
 * for all deadlines. A scheduled task for each request would cost more than the request's routing.
 */
final class LoopContext {
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  private final EventLoop loop;
  private final WireWriter writer = new WireWriter();
  private final List<Deadline> watched = new ArrayList<>();
  private @Nullable ScheduledFuture<?> ticker;
  private String date = "";
  private long dateSecond = -1;

  LoopContext(EventLoop loop) {
    this.loop = loop;
  }

  /** A deadline that moves; {@code action} runs when it passes. It counts once it is watched. */
  Deadline watch(Runnable action) {
    Deadline deadline = new Deadline(action);
    deadline.index = watched.size();
    watched.add(deadline);
    if (ticker == null) {
      ticker =
          loop.scheduleWithFixedDelay(this::tick, TICK_NANOS, TICK_NANOS, TimeUnit.NANOSECONDS);
    }
    return deadline;
  }

  void unwatch(Deadline deadline) {
    if (deadline.index >= 0) {
      Deadline last = watched.remove(watched.size() - 1);
      if (last != deadline) {
        watched.set(deadline.index, last);
        last.index = deadline.index;
      }
      deadline.index = -1;
    }
  }

  /** For one head at a time; empty between uses. */
  WireWriter writer() {
    return writer;
  }

  /** Now, in the form of the Date field. */
  String date() {
    long millis = System.currentTimeMillis();
    long second = millis / 1000;
    if (second != dateSecond) {
      dateSecond = second;
      date = HTTP_DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
    }
    return date;
  }

  private void tick() {
    long now = System.nanoTime();
    // Backwards, since a deadline may remove its item, and the last one takes its place.
    for (int i = watched.size() - 1; i >= 0; i--) {
      if (i < watched.size()) {
        Deadline deadline = watched.get(i);
        if (deadline.set && deadline.nanos - now <= 0) {
          deadline.clear();
          deadline.action.run();
        }
      }
    }
    if (watched.isEmpty() && ticker != null) {
      ticker.cancel(false);
      ticker = null;
    }
  }

  /** A moment in {@link System#nanoTime}, or none; met up to one tick late. */
  static final class Deadline {
    private final Runnable action;
    private int index = -1;
    private long nanos;
    private boolean set;

    private Deadline(Runnable action) {
      this.action = action;
    }

    void at(long nanoTime) {
      nanos = nanoTime;
      set = true;
    }

    void clear() {
      set = false;
    }

    boolean isSet() {
      return set;
    }
  }
}
