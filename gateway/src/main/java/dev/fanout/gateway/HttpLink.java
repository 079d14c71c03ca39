package dev.fanout.gateway;

import dev.fanout.gateway.http.HttpExchange;
import dev.fanout.gateway.http.OutgoingBody;
import dev.fanout.gateway.http.RequestHead;
import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.gateway.http.UpstreamCall;
import dev.fanout.gateway.http.UpstreamCallback;
import dev.fanout.gateway.http.UpstreamFailure;
import dev.fanout.gateway.http.UpstreamPools;
import dev.fanout.gateway.http.UpstreamRequest;
import dev.fanout.gateway.http.UpstreamResponse;
import dev.fanout.gateway.pipeline.ErrorDetail;
import dev.fanout.gateway.pipeline.Exchange;
import dev.fanout.gateway.pipeline.ExchangeLink;
import dev.fanout.gateway.pipeline.MessageContent;
import io.netty.util.concurrent.EventExecutor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An exchange over sockets: a client's connection on one side, a variant's pools on the other. */
final class HttpLink implements ExchangeLink, UpstreamCallback, Consumer<Exchange> {
  private final HttpExchange http;
  private final UpstreamPools pools;
  private final Variant variant;
  private final MessageContent body;
  private @Nullable UpstreamCall call;
  private @Nullable ForwardCallback callback;
  private @Nullable Exchange exchange;
  private int upstreamStatus;

  HttpLink(HttpExchange http, UpstreamPools pools, Variant variant) {
    this.http = http;
    this.pools = pools;
    this.variant = variant;
    this.body = MessageContent.of(http.requestBody());
  }

  /** The exchange was made and is about to start. */
  @Override
  public void accept(Exchange newExchange) {
    exchange = newExchange;
    http.onClientGone(newExchange::abort);
  }

  HttpExchange http() {
    return http;
  }

  /** Null before a request was routed, which an injected delay may put off for ever. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  /** The last call upstream; null if there was none. */
  @Nullable UpstreamCall call() {
    return call;
  }

  /** The status that the upstream last sent; 0 if it sent none. */
  int upstreamStatus() {
    return upstreamStatus;
  }

  @Override
  public RequestHead request() {
    return http.request();
  }

  @Override
  public MessageContent requestBody() {
    return body;
  }

  @Override
  public String clientAddress() {
    return http.remoteAddress().getAddress().getHostAddress();
  }

  @Override
  public EventExecutor eventLoop() {
    return http.eventLoop();
  }

  @Override
  public void respond(ResponseHead head, OutgoingBody outgoing) {
    Exchange current = exchange;
    ErrorDetail error = current == null ? null : current.lastError();
    if (error != null) {
      variant.countError(error);
    }
    http.respond(head, outgoing);
  }

  @Override
  public void forward(UpstreamRequest request, ForwardCallback newCallback) {
    callback = newCallback;
    call = pools.send(http, request, this);
  }

  @Override
  public void onResponse(UpstreamResponse response) {
    upstreamStatus = response.head().status();
    ForwardCallback waiting = take();
    if (waiting != null) {
      waiting.onResponse(response.head(), MessageContent.of(response.body()));
    }
  }

  @Override
  public void onFailure(UpstreamFailure failure) {
    ForwardCallback waiting = take();
    if (waiting != null) {
      waiting.onFailure(failure);
    }
  }

  private @Nullable ForwardCallback take() {
    ForwardCallback waiting = callback;
    callback = null;
    return waiting;
  }
}
