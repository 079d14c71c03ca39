package dev.fanout.gateway.trace;

import dev.fanout.gateway.pipeline.ErrorDetail;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a request did.
 *
 * @param apiId empty when no API matched
 * @param calls upstream, in order; none when the gateway answered itself
 * @param error what went to on-error
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity; nobody compares traces whole
public record Trace(
    Optional<String> apiId,
    Optional<String> operationId,
    List<TracedCall> calls,
    int status,
    String reason,
    List<Map.Entry<String, String>> responseHeaders,
    byte[] responseBody,
    Optional<ErrorDetail> error) {
  public Trace {
    Objects.requireNonNull(apiId, "apiId");
    Objects.requireNonNull(operationId, "operationId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(responseBody, "responseBody");
    Objects.requireNonNull(error, "error");
    calls = List.copyOf(calls);
    responseHeaders = List.copyOf(responseHeaders);
  }
}
