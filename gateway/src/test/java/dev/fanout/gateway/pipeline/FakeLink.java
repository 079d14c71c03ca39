package dev.fanout.gateway.pipeline;

import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.http.HttpVersion;
import dev.fanout.gateway.http.OutgoingBody;
import dev.fanout.gateway.http.RequestHead;
import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.gateway.http.UpstreamRequest;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An exchange's ends in memory, on a real event loop. */
final class FakeLink implements ExchangeLink, AutoCloseable {
  final CompletableFuture<ResponseHead> answer = new CompletableFuture<>();
  final List<UpstreamRequest> sent = new ArrayList<>();
  OutgoingBody answerBody = OutgoingBody.EMPTY;
  private final EventExecutor loop = new DefaultEventExecutor();
  private final RequestHead head =
      new RequestHead(
          "GET", "/a?b=c", "gateway", "/a", "b=c", HttpVersion.HTTP_1_1, new HttpHeaders());

  @Override
  public RequestHead request() {
    return head;
  }

  @Override
  public MessageContent requestBody() {
    return MessageContent.none();
  }

  @Override
  public String clientAddress() {
    return "192.0.2.1";
  }

  @Override
  public EventExecutor eventLoop() {
    return loop;
  }

  @Override
  public void respond(ResponseHead responseHead, OutgoingBody body) {
    answerBody = body;
    if (!answer.complete(responseHead)) {
      throw new IllegalStateException("answered twice");
    }
  }

  @Override
  public void forward(UpstreamRequest request, ForwardCallback callback) {
    sent.add(request);
    callback.onResponse(new ResponseHead(200, "OK", new HttpHeaders()), MessageContent.none());
  }

  @Override
  public void close() {
    loop.shutdownGracefully();
  }
}
