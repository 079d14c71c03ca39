package dev.fanout.gateway.trace;

import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.gateway.http.UpstreamRequest;
import dev.fanout.gateway.pipeline.ExchangeLink.ForwardCallback;
import dev.fanout.gateway.pipeline.MessageContent;

/** Answers for the upstream in a trace. */
public interface TraceUpstream {
  /** Calls one method of {@code callback}, once. */
  void answer(UpstreamRequest request, ForwardCallback callback);

  /** {@code 200 OK} without a body. */
  static TraceUpstream ok() {
    return (request, callback) ->
        callback.onResponse(new ResponseHead(200, "OK", new HttpHeaders()), MessageContent.none());
  }
}
