package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.PolicyFailure;
import dev.fanout.gateway.pipeline.RequestMessage;
import dev.fanout.gateway.pipeline.ResponseMessage;
import dev.fanout.gateway.pipeline.Step;
import java.nio.charset.StandardCharsets;

/**
 * set-body with a literal or an expression, sent as UTF-8. The set-body page says that a message
 * without a body makes it fail; here that is a request whose method is GET or HEAD and that has
 * none, since a set-method before it is common practice.
 */
final class SetBodyStep implements Step, ResponseEdit {
  private final TextSource text;

  SetBodyStep(TextSource text) {
    this.text = text;
  }

  int bodyReads() {
    return text.bodyReads();
  }

  @Override
  public Flow run(Exchange exchange) {
    if (exchange.section().editsResponse()) {
      ResponseMessage response = exchange.response();
      if (response != null) {
        edit(exchange, response);
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
    request.content().replace(bytes(exchange));
    return Flow.NEXT;
  }

  @Override
  public void edit(Exchange exchange, ResponseMessage response) {
    byte[] bytes = bytes(exchange);
    response.content().replace(bytes);
    // They describe the former body.
    response.fields().remove("Content-Length");
    response.fields().remove("Content-Encoding");
  }

  private byte[] bytes(Exchange exchange) {
    return text.textOrEmpty(exchange).getBytes(StandardCharsets.UTF_8);
  }
}
