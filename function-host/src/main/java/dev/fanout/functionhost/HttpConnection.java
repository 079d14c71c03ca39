package dev.fanout.functionhost;

import com.microsoft.azure.functions.HttpMethod;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client connection: requests one after another, pipelined ones wait. */
final class HttpConnection extends ChannelInboundHandlerAdapter {
  /** Set here in place of a client's; the function's RequestTarget says what it is. */
  private static final String UNENCODED_URL = "x-waws-unencoded-url";

  private static final int MAX_PIPELINED_PARTS = 64;
  private static final byte[] NOTHING = {};

  private final HostState state;
  private final ArrayDeque<Object> pipelined = new ArrayDeque<>();
  private boolean answering;
  private @Nullable HttpRequest head;
  private byte[] body = NOTHING;
  private int bodyLength;
  private boolean tooLarge;

  HttpConnection(HostState state) {
    this.state = state;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    state.connectionsOpened.incrementAndGet();
    state.connectionsOpen.incrementAndGet();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    state.connectionsOpen.decrementAndGet();
    pipelined.forEach(ReferenceCountUtil::release);
    pipelined.clear();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!answering) {
      take(context, message);
    } else if (pipelined.size() < MAX_PIPELINED_PARTS) {
      pipelined.add(message);
    } else {
      ReferenceCountUtil.release(message);
      context.close();
    }
  }

  private void take(ChannelHandlerContext context, Object message) {
    try {
      if (message instanceof HttpRequest request) {
        start(context, request);
      }
      if (message instanceof HttpContent content && head != null) {
        append(content.content());
        if (message instanceof LastHttpContent) {
          dispatch(context, head);
        }
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void start(ChannelHandlerContext context, HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      answer(context, HttpResponseStatus.BAD_REQUEST, false);
      return;
    }
    head = request;
    bodyLength = 0;
    tooLarge = false;
    if (HttpUtil.is100ContinueExpected(request)) {
      context.writeAndFlush(
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
    }
  }

  private void append(ByteBuf content) {
    int length = content.readableBytes();
    if (length == 0 || tooLarge) {
      return;
    }
    if (bodyLength + length > state.maxBodyBytes) {
      tooLarge = true;
      return;
    }
    if (bodyLength + length > body.length) {
      body = Arrays.copyOf(body, Math.max(2 * body.length, bodyLength + length));
    }
    content.readBytes(body, bodyLength, length);
    bodyLength += length;
  }

  private void dispatch(ChannelHandlerContext context, HttpRequest request) {
    state.requests.incrementAndGet();
    head = null;
    answering = true;
    boolean keepAlive = HttpUtil.isKeepAlive(request);
    if (tooLarge) {
      answer(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, keepAlive);
      return;
    }
    String target = originForm(request.uri());
    InstanceFleet fleet = state.fleet;
    if (fleet == null) {
      serve(context, request, target, keepAlive, state.router, () -> {});
    } else if (!fleet.submit(
        instance ->
            serve(
                context,
                request,
                target,
                keepAlive,
                instance.router(),
                () -> fleet.release(instance)))) {
      refuse(context, keepAlive);
    }
  }

  /**
   * @param whenAnswered called once, on the event loop, whatever the answer is
   */
  private void serve(
      ChannelHandlerContext context,
      HttpRequest request,
      String target,
      boolean keepAlive,
      FunctionRouter router,
      Runnable whenAnswered) {
    Optional<FunctionRouter.Match> match = router.route(request.method().name(), target);
    if (match.isEmpty()) {
      whenAnswered.run();
      answer(context, HttpResponseStatus.NOT_FOUND, keepAlive);
      return;
    }
    LoadedFunction.Invocation invocation =
        new LoadedFunction.Invocation(
            HttpMethod.value(request.method().name()),
            target,
            headers(request, target),
            bodyLength == 0 ? NOTHING : Arrays.copyOf(body, bodyLength),
            match.get().routeValues());
    FunctionCall call =
        new FunctionCall(
            this, context, match.get().function(), invocation, keepAlive, whenAnswered);
    if (state.timed && match.get().function().hasTimedTwin()) {
      call.startTimed();
    } else if (!state.workers.submit(call)) {
      whenAnswered.run();
      refuse(context, keepAlive);
    }
  }

  private void refuse(ChannelHandlerContext context, boolean keepAlive) {
    state.refused.incrementAndGet();
    answer(context, HttpResponseStatus.TOO_MANY_REQUESTS, keepAlive);
  }

  private static String originForm(String target) {
    int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
    int path = scheme < 0 ? 0 : target.indexOf('/', scheme + 3);
    return path < 0 ? "/" : target.substring(path);
  }

  private static Map<String, String> headers(HttpRequest request, String target) {
    Map<String, String> headers = new HashMap<>(24);
    var entries = request.headers().iteratorCharSequence();
    while (entries.hasNext()) {
      Map.Entry<CharSequence, CharSequence> entry = entries.next();
      headers.merge(
          entry.getKey().toString().toLowerCase(Locale.ROOT),
          entry.getValue().toString(),
          (first, second) -> first + "," + second);
    }
    headers.put(UNENCODED_URL, target);
    return headers;
  }

  private void answer(ChannelHandlerContext context, HttpResponseStatus status, boolean keepAlive) {
    answering = true;
    answered(
        context,
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER),
        keepAlive);
  }

  void functionFailed() {
    state.failed.incrementAndGet();
  }

  /** On the event loop, once for each request. */
  void answered(
      ChannelHandlerContext context, DefaultFullHttpResponse response, boolean keepAlive) {
    response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
    if (keepAlive) {
      context.writeAndFlush(response, context.voidPromise());
    } else {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
      return;
    }
    answering = false;
    while (!answering && !pipelined.isEmpty()) {
      take(context, pipelined.remove());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
