package dev.fanout.gateway.http;

import java.time.Duration;

/**
 * Limits of a server. The address is always 127.0.0.1.
 *
 * @param port 0 for a free one
 * @param maxConnections client connections at a time; one more is closed at once and counted
 * @param maxTargetBytes longer request targets get 414
 * @param maxHeadBytes larger heads get 431; of trailers too
 * @param maxHeaders more fields get 431
 * @param maxBodyBytes larger bodies get 413
 * @param headTimeout from a request's first byte to the end of its head; 408 afterwards
 * @param idleTimeout of a connection between two requests (closed), and of a request body or a
 *     response that stands still (closed)
 */
public record HttpServerOptions(
    int port,
    int maxConnections,
    int maxTargetBytes,
    int maxHeadBytes,
    int maxHeaders,
    long maxBodyBytes,
    Duration headTimeout,
    Duration idleTimeout) {
  public HttpServerOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not in 0..65535");
    }
    if (maxConnections < 1 || maxHeaders < 1 || maxBodyBytes < 0) {
      throw new IllegalArgumentException(
          "limits must be positive: " + maxConnections + ", " + maxHeaders + ", " + maxBodyBytes);
    }
    if (maxTargetBytes < 1 || maxHeadBytes < 256 || maxTargetBytes > maxHeadBytes) {
      throw new IllegalArgumentException(
          "target limit "
              + maxTargetBytes
              + " and head limit "
              + maxHeadBytes
              + " must be 1 <= target <= head and head >= 256 bytes");
    }
    UpstreamOptions.positive("head timeout", headTimeout);
    UpstreamOptions.positive("idle timeout", idleTimeout);
  }

  public static HttpServerOptions defaults() {
    return new HttpServerOptions(
        0,
        10_000,
        16 * 1024,
        64 * 1024,
        200,
        256L * 1024 * 1024,
        Duration.ofSeconds(10),
        Duration.ofSeconds(120));
  }

  public HttpServerOptions withPort(int newPort) {
    return new HttpServerOptions(
        newPort,
        maxConnections,
        maxTargetBytes,
        maxHeadBytes,
        maxHeaders,
        maxBodyBytes,
        headTimeout,
        idleTimeout);
  }
}
