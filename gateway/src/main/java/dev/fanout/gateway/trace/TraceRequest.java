package dev.fanout.gateway.trace;

import dev.fanout.gateway.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request to trace.
 *
 * @param target origin-form, as a client would send it: {@code /orders/1?x=%2F}
 * @param headers name and value, in order; a Host is added when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity; nobody compares requests
public record TraceRequest(
    String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {
  private static final byte[] NO_BODY = {};

  /** The Host that is sent when a request names none. */
  public static final String HOST = "gateway.example";

  public TraceRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(body, "body");
    headers = List.copyOf(headers);
    if (!target.startsWith("/")) {
      throw new IllegalArgumentException("target '" + target + "' does not start with a slash");
    }
  }

  public static TraceRequest of(String method, String target) {
    return new TraceRequest(method, target, List.of(), NO_BODY);
  }

  public TraceRequest withHeader(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new TraceRequest(method, target, more, body);
  }

  public TraceRequest withBody(byte[] bytes) {
    return new TraceRequest(method, target, headers, bytes);
  }

  HttpHeaders toFields() {
    HttpHeaders fields = new HttpHeaders();
    headers.forEach(header -> fields.add(header.getKey(), header.getValue()));
    if (!fields.contains("Host")) {
      fields.add("Host", HOST);
    }
    return fields;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(method).append(' ').append(target);
    headers.forEach(h -> out.append(", ").append(h.getKey()).append(": ").append(h.getValue()));
    return out.toString();
  }
}
