package dev.fanout.gateway.pipeline;

import dev.fanout.gateway.http.OutgoingBody;
import dev.fanout.gateway.http.RequestHead;
import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.gateway.http.UpstreamFailure;
import dev.fanout.gateway.http.UpstreamRequest;
import io.netty.util.concurrent.EventExecutor;

/**
 * Both ends of an exchange: the client that asked and the upstream that may be called. Over sockets
 * in a gateway, in memory in a tracer; the pipeline cannot tell. For the exchange's event loop
 * only.
 */
public interface ExchangeLink {
  RequestHead request();

  /** The client's body; the same object at every call. */
  MessageContent requestBody();

  /** The client's address without port. */
  String clientAddress();

  EventExecutor eventLoop();

  /** Answers the client, once. */
  void respond(ResponseHead head, OutgoingBody body);

  /** Calls the upstream; the answer may come before this returns. */
  void forward(UpstreamRequest request, ForwardCallback callback);

  /** What a forward ends in, once, on the exchange's event loop. */
  interface ForwardCallback {
    void onResponse(ResponseHead head, MessageContent body);

    void onFailure(UpstreamFailure failure);
  }
}
