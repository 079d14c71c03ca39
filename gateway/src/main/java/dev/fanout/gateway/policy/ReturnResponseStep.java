package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.MessageContent;
import dev.fanout.gateway.pipeline.PolicyFailure;
import dev.fanout.gateway.pipeline.ResponseMessage;
import dev.fanout.gateway.pipeline.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * return-response: ends the pipeline with {@code 200 OK} without a body, or with the response in a
 * variable, changed by the policies inside.
 */
final class ReturnResponseStep implements Step {
  private final @Nullable String variable;
  private final List<ResponseEdit> edits;

  ReturnResponseStep(@Nullable String variable, List<ResponseEdit> edits) {
    this.variable = variable;
    this.edits = List.copyOf(edits);
  }

  @Override
  public Flow run(Exchange exchange) {
    ResponseMessage answer = variable == null ? ResponseMessage.ok() : copy(exchange, variable);
    for (ResponseEdit edit : edits) {
      edit.edit(exchange, answer);
    }
    exchange.setResponse(answer);
    return Flow.END;
  }

  private static ResponseMessage copy(Exchange exchange, String name) {
    Object value = exchange.variables().value(name);
    if (!(value instanceof ResponseMessage stored)) {
      throw new PolicyFailure(
          "PolicyConfigurationError", "The variable '" + name + "' holds no response.");
    }
    MessageContent content =
        stored.content().isInMemory() && stored.content().isPresent()
            ? MessageContent.of(stored.content().take(true))
            : MessageContent.none();
    return new ResponseMessage(
        stored.statusCode(), stored.statusReason(), stored.fields().copy(), content);
  }
}
