package dev.fanout.load.run;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Collections of this JVM that stop its threads. */
final class GcWatch implements AutoCloseable {
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(GcWatch::stopsThreads)
          .toList();
  private final AtomicLong longestMillis = new AtomicLong();
  private final NotificationListener listener = this::collected;

  /** What there was up to a moment; two of them bound a window. */
  record Reading(long count, long totalMillis) {}

  GcWatch() {
    for (GarbageCollectorMXBean collector : collectors) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(listener, null, null);
      }
    }
  }

  /** A cycle that runs beside the program is no pause. */
  private static boolean stopsThreads(GarbageCollectorMXBean collector) {
    return !collector.getName().contains("Concurrent") && !collector.getName().contains("Cycles");
  }

  private void collected(Notification notification, Object handback) {
    if (notification.getUserData() instanceof CompositeData data) {
      long millis = GarbageCollectionNotificationInfo.from(data).getGcInfo().getDuration();
      longestMillis.accumulateAndGet(millis, Math::max);
    }
  }

  /** Forgets the longest one. */
  Reading start() {
    longestMillis.set(0);
    return read();
  }

  Reading read() {
    long count = 0;
    long millis = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      count += Math.max(0, collector.getCollectionCount());
      millis += Math.max(0, collector.getCollectionTime());
    }
    return new Reading(count, millis);
  }

  /** Since {@link #start}; told some milliseconds after the collection. */
  Duration longest() {
    return Duration.ofMillis(longestMillis.get());
  }

  @Override
  public void close() {
    for (GarbageCollectorMXBean collector : collectors) {
      if (collector instanceof NotificationEmitter emitter) {
        try {
          emitter.removeNotificationListener(listener);
        } catch (ListenerNotFoundException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
