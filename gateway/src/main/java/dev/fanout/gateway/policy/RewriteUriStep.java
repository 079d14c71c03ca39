package dev.fanout.gateway.policy;

import dev.fanout.artifacts.PathAndQuery;
import dev.fanout.artifacts.RewriteOutcome;
import dev.fanout.artifacts.RewriteTemplate;
import dev.fanout.artifacts.UrlComposition;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.OperationView;
import dev.fanout.gateway.pipeline.PolicyFailure;
import dev.fanout.gateway.pipeline.RequestMessage;
import dev.fanout.gateway.pipeline.Step;
import java.util.Map;
import java.util.Set;

/**
 * rewrite-uri: replaces what follows the backend's base URL, whose own path stays in front; see
 * {@link UrlComposition}.
 */
final class RewriteUriStep implements Step {
  private final TextSource template;
  private final Condition copyUnmatched;

  RewriteUriStep(TextSource template, Condition copyUnmatched) {
    this.template = template;
    this.copyUnmatched = copyUnmatched;
  }

  int bodyReads() {
    return template.bodyReads() | copyUnmatched.bodyReads();
  }

  @Override
  public Flow run(Exchange exchange) {
    RequestMessage request = exchange.request();
    String text = template.textOrEmpty(exchange);
    boolean hasParameters = text.indexOf('{') >= 0;
    Map<String, String> matched = hasParameters ? request.matchedAsMap() : Map.of();
    OperationView operation = exchange.operation();
    Set<String> operationKeys = operation == null ? Set.of() : operation.queryKeys();
    RewriteOutcome outcome =
        UrlComposition.rewrite(
            new RewriteTemplate(text, template.literal() == null),
            matched,
            operationKeys,
            request.current().query(),
            copyUnmatched.holds(exchange));
    if (outcome instanceof RewriteOutcome.UnknownParameter unknown) {
      throw new PolicyFailure(
          "PolicyConfigurationError",
          "The template names '"
              + unknown.name()
              + "', which is no parameter of the operation's URL template.");
    }
    PathAndQuery target = ((RewriteOutcome.Rewritten) outcome).target();
    request.setCurrent(target);
    return Flow.NEXT;
  }
}
