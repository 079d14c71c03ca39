package dev.fanout.gateway.log;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request. URLs are without their queries, since keys stand there.
 *
 * @param backendNanos from sending upstream to the last byte of its response; 0 without a call
 * @param totalNanos from the request's head to the last byte handed to the client's socket
 * @param responseCode 0 when the client went away first
 */
public record LogLine(
    Instant time,
    UUID correlationId,
    String variant,
    String callerIpAddress,
    String method,
    String url,
    int responseCode,
    long requestBytes,
    long responseBytes,
    long totalNanos,
    long backendNanos,
    @Nullable String apiId,
    @Nullable String apiRevision,
    @Nullable String operationId,
    @Nullable String backendId,
    @Nullable String backendMethod,
    @Nullable String backendUrl,
    int backendResponseCode,
    @Nullable LogError error) {
  public LogLine {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(callerIpAddress, "callerIpAddress");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(url, "url");
  }

  /** {@code context.LastError}. */
  public record LogError(
      String source,
      String reason,
      String message,
      @Nullable String scope,
      @Nullable String section,
      @Nullable String path) {
    public LogError {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(message, "message");
    }
  }
}
