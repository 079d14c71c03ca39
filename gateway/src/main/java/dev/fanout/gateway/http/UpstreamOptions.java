package dev.fanout.gateway.http;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * How upstream connections are made and shared.
 *
 * @param connectionLimit for each pool; 2,048 is the documented figure for one unit
 * @param connectTo dialled for every authority, Host and URL unchanged; like {@code curl
 *     --connect-to}
 * @param connectPlain whether {@code connectTo} speaks plain HTTP even where a URL says https: a
 *     mock that stands for every upstream
 * @param maxQueued requests that may wait for a connection, over all pools
 * @param queueTimeout how long one may wait
 * @param idleTimeout after which a response body that stands still fails
 * @param maxHeadBytes of a response
 * @param trust further certificate authorities; the JDK's when empty
 */
public record UpstreamOptions(
    PoolModel model,
    int connectionLimit,
    Optional<InetSocketAddress> connectTo,
    boolean connectPlain,
    int maxQueued,
    Duration queueTimeout,
    Duration connectTimeout,
    Duration idleTimeout,
    int maxHeadBytes,
    Optional<TrustManagerFactory> trust) {
  public static final int DOCUMENTED_LIMIT = 2048;

  public UpstreamOptions {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(connectTo, "connectTo");
    Objects.requireNonNull(trust, "trust");
    if (connectionLimit < 1) {
      throw new IllegalArgumentException("connection limit " + connectionLimit + " is not >= 1");
    }
    if (maxQueued < 0) {
      throw new IllegalArgumentException("queue length " + maxQueued + " is not >= 0");
    }
    if (maxHeadBytes < 256) {
      throw new IllegalArgumentException("head limit " + maxHeadBytes + " is not >= 256 bytes");
    }
    positive("queue timeout", queueTimeout);
    positive("connect timeout", connectTimeout);
    positive("idle timeout", idleTimeout);
  }

  public static UpstreamOptions defaults() {
    return new UpstreamOptions(
        PoolModel.PER_AUTHORITY,
        DOCUMENTED_LIMIT,
        Optional.empty(),
        false,
        10_000,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(300),
        64 * 1024,
        Optional.empty());
  }

  public UpstreamOptions withPool(PoolModel newModel, int newLimit) {
    return new UpstreamOptions(
        newModel,
        newLimit,
        connectTo,
        connectPlain,
        maxQueued,
        queueTimeout,
        connectTimeout,
        idleTimeout,
        maxHeadBytes,
        trust);
  }

  public UpstreamOptions withConnectTo(@Nullable InetSocketAddress address) {
    return new UpstreamOptions(
        model,
        connectionLimit,
        Optional.ofNullable(address),
        false,
        maxQueued,
        queueTimeout,
        connectTimeout,
        idleTimeout,
        maxHeadBytes,
        trust);
  }

  /** The same over plain HTTP, whatever the URLs say. */
  public UpstreamOptions withPlainConnectTo(InetSocketAddress address) {
    return new UpstreamOptions(
        model,
        connectionLimit,
        Optional.of(address),
        true,
        maxQueued,
        queueTimeout,
        connectTimeout,
        idleTimeout,
        maxHeadBytes,
        trust);
  }

  public UpstreamOptions withQueue(int newMaxQueued, Duration newTimeout) {
    return new UpstreamOptions(
        model,
        connectionLimit,
        connectTo,
        connectPlain,
        newMaxQueued,
        newTimeout,
        connectTimeout,
        idleTimeout,
        maxHeadBytes,
        trust);
  }

  public UpstreamOptions withTrust(TrustManagerFactory factory) {
    return new UpstreamOptions(
        model,
        connectionLimit,
        connectTo,
        connectPlain,
        maxQueued,
        queueTimeout,
        connectTimeout,
        idleTimeout,
        maxHeadBytes,
        Optional.of(factory));
  }

  static void positive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " " + duration + " is not > 0");
    }
  }
}
