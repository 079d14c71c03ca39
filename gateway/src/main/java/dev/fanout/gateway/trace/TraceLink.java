package dev.fanout.gateway.trace;

import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.http.HttpVersion;
import dev.fanout.gateway.http.OutgoingBody;
import dev.fanout.gateway.http.RequestHead;
import dev.fanout.gateway.http.ResponseHead;
import dev.fanout.gateway.http.UpstreamRequest;
import dev.fanout.gateway.pipeline.ExchangeLink;
import dev.fanout.gateway.pipeline.MessageContent;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both ends of an exchange in memory, on the calling thread. */
final class TraceLink implements ExchangeLink {
  /** Of TEST-NET-1: in X-Forwarded-For it cannot be taken for a real client. */
  private static final String CLIENT_ADDRESS = "192.0.2.1";

  private final RequestHead head;
  private final MessageContent body;
  private final TraceUpstream upstream;
  private final List<UpstreamRequest> sent = new ArrayList<>();
  private @Nullable ResponseHead answer;
  private OutgoingBody answerBody = OutgoingBody.EMPTY;

  TraceLink(TraceRequest request, TraceUpstream upstream) {
    HttpHeaders fields = request.toFields();
    String target = request.target();
    int question = target.indexOf('?');
    String host = fields.first("Host");
    this.head =
        new RequestHead(
            request.method(),
            target,
            host == null ? "" : host,
            question < 0 ? target : target.substring(0, question),
            question < 0 ? null : target.substring(question + 1),
            HttpVersion.HTTP_1_1,
            fields);
    this.body =
        request.body().length == 0 ? MessageContent.none() : MessageContent.of(request.body());
    this.upstream = upstream;
  }

  List<UpstreamRequest> sent() {
    return sent;
  }

  /** Null while the exchange is suspended. */
  @Nullable ResponseHead answer() {
    return answer;
  }

  OutgoingBody answerBody() {
    return answerBody;
  }

  @Override
  public RequestHead request() {
    return head;
  }

  @Override
  public MessageContent requestBody() {
    return body;
  }

  @Override
  public String clientAddress() {
    return CLIENT_ADDRESS;
  }

  @Override
  public EventExecutor eventLoop() {
    return ImmediateEventExecutor.INSTANCE;
  }

  @Override
  public void respond(ResponseHead responseHead, OutgoingBody responseBody) {
    if (answer != null) {
      throw new IllegalStateException("the exchange was answered before");
    }
    answer = responseHead;
    answerBody = responseBody;
  }

  @Override
  public void forward(UpstreamRequest request, ForwardCallback callback) {
    sent.add(request);
    upstream.answer(request, callback);
  }
}
