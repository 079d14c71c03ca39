package dev.fanout.gateway.policy;

import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.gateway.http.UpstreamFailure;
import dev.fanout.gateway.http.UpstreamRequest;
import dev.fanout.gateway.pipeline.BackendTarget;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.ExchangeLink;
import dev.fanout.gateway.pipeline.Flow;
import dev.fanout.gateway.pipeline.MessageContent;
import dev.fanout.gateway.pipeline.PolicyFailure;
import dev.fanout.gateway.pipeline.ResponseMessage;
import dev.fanout.gateway.pipeline.Step;
import java.time.Duration;

/**
 * forward-request: sends the request upstream, suspends, and goes on with the response. Bodies
 * stream in both directions, whatever {@code buffer-response} says: it changes the size of what is
 * passed on, not the message.
 */
final class ForwardRequestStep implements Step {
  static final String SOURCE = "request-forwarder";

  private final ForwardOptions options;

  ForwardRequestStep(ForwardOptions options) {
    this.options = options;
  }

  @Override
  public Flow run(Exchange exchange) {
    BackendTarget target = exchange.request().target();
    if (target == null) {
      throw new PolicyFailure(
          SOURCE,
          "BackendConnectionFailure",
          "The API has no web service URL, and no policy has set a backend.");
    }
    Duration timeout = options.timeout(exchange);
    UpstreamRequest request =
        UpstreamRequests.build(exchange, target, exchange.request().content().outgoing(), timeout);
    new Call(exchange, target, timeout, options.followRedirects().holds(exchange)).send(request);
    return Flow.SUSPEND;
  }

  /** The requests of one run: the first, and those that redirects ask for. */
  private final class Call implements ExchangeLink.ForwardCallback {
    private static final int MOST_REDIRECTS = 10;

    private final Exchange exchange;
    private final BackendTarget target;
    private final Duration timeout;
    private final boolean follows;
    private int redirects;

    private Call(Exchange exchange, BackendTarget target, Duration timeout, boolean follows) {
      this.exchange = exchange;
      this.target = target;
      this.timeout = timeout;
      this.follows = follows;
    }

    private void send(UpstreamRequest request) {
      exchange.setForwarded(request);
      exchange.link().forward(request, this);
    }

    @Override
    public void onResponse(ResponseHead head, MessageContent body) {
      UpstreamRequest sent = exchange.forwarded();
      if (follows && sent != null && redirects < MOST_REDIRECTS) {
        UpstreamRequest next = Redirects.next(sent, head, target.credentials().headers().keySet());
        if (next != null) {
          redirects++;
          body.discard();
          send(next);
          return;
        }
      }
      exchange.setResponse(new ResponseMessage(head.status(), head.reason(), head.headers(), body));
      if (options.failOnErrorStatus() && head.status() >= 400 && head.status() <= 599) {
        exchange.fail(
            new PolicyFailure(
                SOURCE,
                "BackendErrorStatusCode",
                "The backend answered with status code " + head.status() + "."));
      } else {
        exchange.resume();
      }
    }

    @Override
    public void onFailure(UpstreamFailure failure) {
      boolean timedOut = failure.kind() == UpstreamFailure.Kind.TIMEOUT;
      exchange.fail(
          new PolicyFailure(
              SOURCE,
              timedOut ? "Timeout" : "BackendConnectionFailure",
              timedOut
                  ? "The backend did not answer within " + timeout.toMillis() + " ms."
                  : failure.message()));
    }
  }
}
