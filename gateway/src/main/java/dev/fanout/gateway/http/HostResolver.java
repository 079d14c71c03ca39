package dev.fanout.gateway.http;

import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds addresses of upstream hosts. Literal addresses need no look-up; names are looked up by the
 * JDK on a thread of its own, since it blocks, and are remembered for a while. Thread-safe.
 */
final class HostResolver implements AutoCloseable {
  private static final long KEEP_NANOS = Duration.ofSeconds(30).toNanos();
  private static final int MAX_NAMES = 1000;
  private static final int MAX_WAITING = 1000;

  private record Found(InetAddress address, long untilNanos) {}

  private final Map<String, Found> found =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
          return size() > MAX_NAMES;
        }
      };
  private final ExecutorService lookups;

  HostResolver() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            2,
            2,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING),
            task -> {
              Thread thread = new Thread(task, "fanout-resolver");
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    lookups = executor;
  }

  /**
   * Calls {@code result} on {@code loop}, the calling thread: at once where no look-up is needed.
   */
  void resolve(
      String host, int port, EventLoop loop, Consumer<Optional<InetSocketAddress>> result) {
    InetAddress known = literal(host);
    if (known == null) {
      known = remembered(host);
    }
    if (known != null) {
      result.accept(Optional.of(new InetSocketAddress(known, port)));
      return;
    }
    try {
      lookups.execute(
          () -> {
            Optional<InetSocketAddress> answer =
                lookUp(host).map(address -> new InetSocketAddress(address, port));
            loop.execute(() -> result.accept(answer));
          });
    } catch (RejectedExecutionException tooMany) {
      result.accept(Optional.empty());
    }
  }

  @Override
  public void close() {
    lookups.shutdownNow();
  }

  private static @Nullable InetAddress literal(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(bare);
    try {
      return bytes == null ? null : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      return null;
    }
  }

  private @Nullable InetAddress remembered(String host) {
    synchronized (found) {
      Found entry = found.get(host);
      return entry == null || entry.untilNanos - System.nanoTime() < 0 ? null : entry.address;
    }
  }

  private Optional<InetAddress> lookUp(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      synchronized (found) {
        found.put(host, new Found(address, System.nanoTime() + KEEP_NANOS));
      }
      return Optional.of(address);
    } catch (UnknownHostException unknown) {
      return Optional.empty();
    }
  }
}
