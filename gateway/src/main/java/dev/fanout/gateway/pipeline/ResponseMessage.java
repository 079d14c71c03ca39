package dev.fanout.gateway.pipeline;

import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.policies.context.ApimMultiValues;
import dev.fanout.policies.context.ApimResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The response as the policies have made it so far. */
public final class ResponseMessage implements ApimResponse {
  private final HttpHeaders headers;
  private final MessageContent content;
  private int status;
  private String reason;

  public ResponseMessage(int status, String reason, HttpHeaders headers, MessageContent content) {
    this.status = status;
    this.reason = reason;
    this.headers = headers;
    this.content = content;
  }

  /** What an upstream sent. */
  static ResponseMessage of(ResponseHead head, MessageContent content) {
    return new ResponseMessage(head.status(), head.reason(), head.headers(), content);
  }

  /** {@code 200 OK} without a body. */
  public static ResponseMessage ok() {
    return new ResponseMessage(200, "OK", new HttpHeaders(), MessageContent.none());
  }

  /** A JSON text of the gateway's own. */
  static ResponseMessage json(int status, String reason, String json) {
    return new ResponseMessage(
        status,
        reason,
        HttpHeaders.of("Content-Type", "application/json"),
        MessageContent.of(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public int statusCode() {
    return status;
  }

  @Override
  public String statusReason() {
    return reason;
  }

  public void setStatus(int newStatus, String newReason) {
    status = newStatus;
    reason = newReason;
  }

  public HttpHeaders fields() {
    return headers;
  }

  @Override
  public ApimMultiValues headers() {
    return new HeaderValues(headers);
  }

  @Override
  public @Nullable MessageContent body() {
    return content.isPresent() ? content : null;
  }

  public MessageContent content() {
    return content;
  }
}
