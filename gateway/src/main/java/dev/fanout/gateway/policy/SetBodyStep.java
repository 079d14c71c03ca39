package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.PolicyFailure;
import dev.fanout.gateway.pipeline.RequestMessage;
import dev.fanout.gateway.pipeline.ResponseMessage;
import dev.fanout.gateway.pipeline.Step;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * set-body with a literal, an expression or a template, sent as UTF-8. The set-body page says that
 * a message without a body makes it fail; here that is a request whose method is GET or HEAD and
 * that has none, since a set-method before it is common practice.
 */
final class SetBodyStep implements Step, ResponseEdit {
  private final BodySource source;

  SetBodyStep(BodySource source) {
    this.source = source;
  }

  int bodyReads() {
    return source.bodyReads();
  }

  @Override
  public Flow run(Exchange exchange) {
    if (exchange.section().editsResponse()) {
      ResponseMessage response = exchange.response();
      if (response != null) {
        replace(exchange, response, new FormerBody(response.headers(), response.content()));
      }
      return Flow.NEXT;
    }
    RequestMessage request = exchange.request();
    boolean bodiless = request.method().equals("GET") || request.method().equals("HEAD");
    if (bodiless && !request.content().isPresent()) {
      throw new PolicyFailure(
          "PolicyConfigurationError",
          "The request has no body to set; a set-method may come first.");
    }
    request
        .content()
        .replace(bytes(exchange, new FormerBody(request.headers(), request.content())));
    return Flow.NEXT;
  }

  @Override
  public void edit(Exchange exchange, ResponseMessage response) {
    replace(exchange, response, null);
  }

  private void replace(Exchange exchange, ResponseMessage response, @Nullable FormerBody former) {
    byte[] bytes = bytes(exchange, former);
    response.content().replace(bytes);
    // They describe the former body.
    response.fields().remove("Content-Length");
    response.fields().remove("Content-Encoding");
  }

  private byte[] bytes(Exchange exchange, @Nullable FormerBody former) {
    return source.text(exchange, former).getBytes(StandardCharsets.UTF_8);
  }
}
