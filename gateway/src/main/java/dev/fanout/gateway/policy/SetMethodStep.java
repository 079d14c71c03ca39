package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.PolicyFailure;
import dev.fanout.gateway.pipeline.Step;

/** set-method: the verb that goes upstream. */
final class SetMethodStep implements Step {
  private final TextSource method;

  SetMethodStep(TextSource method) {
    this.method = method;
  }

  @Override
  public Flow run(Exchange exchange) {
    String verb = method.textOrEmpty(exchange).strip();
    if (!isToken(verb)) {
      throw new PolicyFailure("PolicyConfigurationError", "'" + verb + "' is not an HTTP method.");
    }
    exchange.request().setMethod(verb);
    return Flow.NEXT;
  }

  static boolean isToken(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
  }
}
