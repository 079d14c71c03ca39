package dev.fanout.gateway.http;

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
  private final List<Watched> watched = new ArrayList<>();
  private @Nullable ScheduledFuture<?> ticker;
  private String date = "";
  private long dateSecond = -1;

  LoopContext(EventLoop loop) {
    this.loop = loop;
  }

  /** Something with a deadline that moves. */
  abstract static class Watched {
    private int index = -1;

    /** {@link System#nanoTime} of the next deadline; {@link #NEVER} for none. */
    private long deadlineNanos = NEVER;

    static final long NEVER = 0;

    final void deadlineAt(long nanoTime) {
      deadlineNanos = nanoTime == NEVER ? 1 : nanoTime;
    }

    final void noDeadline() {
      deadlineNanos = NEVER;
    }

    /** The deadline has passed; it is unset before the call. */
    abstract void onDeadline();
  }

  /** Starts to watch; deadlines are met up to one tick late. */
  void watch(Watched item) {
    if (item.index < 0) {
      item.index = watched.size();
      watched.add(item);
      if (ticker == null) {
        ticker =
            loop.scheduleWithFixedDelay(this::tick, TICK_NANOS, TICK_NANOS, TimeUnit.NANOSECONDS);
      }
    }
  }

  void unwatch(Watched item) {
    if (item.index >= 0) {
      Watched last = watched.remove(watched.size() - 1);
      if (last != item) {
        watched.set(item.index, last);
        last.index = item.index;
      }
      item.index = -1;
    }
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
        Watched item = watched.get(i);
        if (item.deadlineNanos != Watched.NEVER && item.deadlineNanos - now <= 0) {
          item.noDeadline();
          item.onDeadline();
        }
      }
    }
    if (watched.isEmpty() && ticker != null) {
      ticker.cancel(false);
      ticker = null;
    }
  }
}
