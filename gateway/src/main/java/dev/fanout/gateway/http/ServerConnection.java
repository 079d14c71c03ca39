package dev.fanout.gateway.http;

import dev.fanout.gateway.http.internal.Ascii;
import dev.fanout.gateway.http.internal.BodyDecoder;
import dev.fanout.gateway.http.internal.Framing;
import dev.fanout.gateway.http.internal.HopByHop;
import dev.fanout.gateway.http.internal.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: one request at a time. Pipelined bytes wait, unread by the parser, until
 * the exchange before them is over. Everything runs on the connection's event loop, except {@link
 * #drain}, {@link #closeNow} and {@link #isBusy}.
 */
final class ServerConnection extends ChannelInboundHandlerAdapter
    implements IncomingBody.Source, BodyRelay.Owner {
  private enum State {
    /** Between requests, or within a head. */
    HEAD,
    EXCHANGE,
    /** All is said; what the client still sends is thrown away so that it can read the answer. */
    LINGER,
    CLOSED
  }

  private static final System.Logger LOG = System.getLogger(ServerConnection.class.getName());
  private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** An unwanted rest of a request body up to this size is read, to keep the connection. */
  private static final long DISCARD_BYTES = 64 * 1024;

  private static final long LINGER_BYTES = 1024 * 1024;

  private final HttpServer server;
  private final EventLoops loops;
  private final HttpServerOptions options;
  private final ExchangeHandler handler;
  private final RequestReader reader;
  private final BodyDecoder decoder;

  // Set by channelActive, before anything else happens.
  private ChannelHandlerContext channel;
  private Outbox outbox;
  private LoopContext context;
  private LoopContext.Deadline deadline;

  private State state = State.HEAD;
  private final ReceiveBuffer received = new ReceiveBuffer();
  private HttpHeaders trailers = new HttpHeaders();
  private volatile @Nullable ServerExchange exchange;
  private boolean registered;
  private boolean processing;
  private boolean flushDue;
  private boolean withinHead;
  private long discarded;

  @SuppressWarnings("NullAway.Init") // channelActive is the second half of construction
  ServerConnection(
      HttpServer server, EventLoops loops, HttpServerOptions options, ExchangeHandler handler) {
    this.server = server;
    this.loops = loops;
    this.options = options;
    this.handler = handler;
    this.reader = new RequestReader(options);
    this.decoder = new BodyDecoder(options.maxHeadBytes(), options.maxHeaders());
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    channel = ctx;
    context = loops.context(ctx.channel().eventLoop());
    outbox = new Outbox(ctx, context);
    deadline = context.watch(this::onDeadline);
    if (server.opened(this)) {
      registered = true;
      deadline.at(System.nanoTime() + options.idleTimeout().toNanos());
      ctx.read();
    } else {
      ctx.close();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    received.append(ctx.alloc(), (ByteBuf) message);
    process();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    readMore();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    ServerExchange current = exchange;
    BodyRelay relay = current == null ? null : current.relay;
    if (relay != null && relay.isBlocked()) {
      relay.resume();
      updateDeadline();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    state = State.CLOSED;
    context.unwatch(deadline);
    outbox.close();
    received.clear();
    if (registered) {
      server.closed(this);
    }
    ServerExchange current = exchange;
    if (current != null) {
      exchange = null;
      if (!current.responseDone) {
        server.countAbort();
        current.markGone(BodyFailure.TRUNCATED);
      }
      current.markOver();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      LOG.log(System.Logger.Level.ERROR, "client connection failed", cause);
    }
    ctx.close();
  }

  @Override
  public void demand() {
    ServerExchange current = exchange;
    if (current != null && current.expectsContinue && !current.responded) {
      current.expectsContinue = false;
      if (received.isEmpty()) {
        outbox.writer().text("HTTP/1.1 100 Continue\r\n\r\n");
        outbox.text();
        outbox.flush();
      }
    }
    flushDue = true;
    process();
  }

  @Override
  public void bodyCancelled() {
    process();
  }

  private void process() {
    if (processing || state == State.CLOSED) {
      return;
    }
    processing = true;
    try {
      boolean progress;
      do {
        progress =
            switch (state) {
              case HEAD -> readHead();
              case EXCHANGE -> readBody();
              case LINGER -> discardRest();
              case CLOSED -> false;
            };
      } while (progress);
    } catch (MalformedMessageException malformed) {
      reject(malformed.status(), malformed.getMessage());
    } finally {
      processing = false;
    }
    ServerExchange current = exchange;
    if (flushDue) {
      flushDue = false;
      if (current != null) {
        current.requestBody().pauseForNow();
      }
    }
    updateDeadline();
    readMore();
  }

  private void readMore() {
    if (wantsBytes()) {
      channel.read();
    }
  }

  private boolean wantsBytes() {
    return switch (state) {
      case HEAD, LINGER -> true;
      case EXCHANGE -> {
        ServerExchange current = exchange;
        if (current == null) {
          yield false;
        }
        // While the handler works, a read is how the end of the connection is noticed; but no more
        // than one buffer of pipelined bytes is taken.
        yield current.requestDone
            ? received.isEmpty()
            : current.requestBody().wantsData() || current.requestBody().isCancelled();
      }
      case CLOSED -> false;
    };
  }

  private boolean readHead() throws MalformedMessageException {
    if (received.isEmpty()) {
      return false;
    }
    RequestHead request = reader.read(received.bytes());
    if (request == null) {
      return false;
    }
    withinHead = false;
    long now = System.nanoTime();
    HttpHeaders head = request.headers();
    long length =
        Framing.ofRequest(
            request.version() == HttpVersion.HTTP_1_0 ? 0 : 1,
            head.all("Transfer-Encoding"),
            head.all("Content-Length"));
    if (length > options.maxBodyBytes()) {
      throw new MalformedMessageException(
          413, "the body is larger than " + options.maxBodyBytes() + " bytes");
    }
    boolean expectsContinue = expectsContinue(request);
    ServerExchange next = new ServerExchange(this, request, length, now);
    next.keepAlive = head.keepsAlive(request.version());
    next.requestDone = length == 0;
    next.expectsContinue = expectsContinue && length != 0;
    next.receivedBytes = reader.headBytes();
    next.sentBytesBefore = outbox.bytes();
    if (length != 0) {
      trailers = new HttpHeaders();
    }
    decoder.start(length, trailers);
    discarded = 0;
    exchange = next;
    state = State.EXCHANGE;
    server.countRequest();
    try {
      handler.handle(next);
    } catch (RuntimeException | Error failure) {
      LOG.log(System.Logger.Level.ERROR, "the exchange handler failed", failure);
      failed(next);
    }
    return true;
  }

  private static boolean expectsContinue(RequestHead request) throws MalformedMessageException {
    String expect = request.headers().first("Expect");
    if (expect == null || request.version() == HttpVersion.HTTP_1_0) {
      return false;
    }
    if (!Ascii.equalsIgnoreCase(expect, "100-continue")) {
      throw new MalformedMessageException(417, "the only known expectation is 100-continue");
    }
    return true;
  }

  private boolean readBody() throws MalformedMessageException {
    ServerExchange current = exchange;
    if (current == null || current.requestDone) {
      return false;
    }
    IncomingBody body = current.requestBody();
    boolean wanted = body.wantsData();
    if (!wanted && !body.isCancelled()) {
      return false;
    }
    switch (decoder.next(received.bytes())) {
      case MORE -> {
        return false;
      }
      case DATA -> {
        ByteBuf data = decoder.takeData();
        int size = data.readableBytes();
        current.receivedBytes += size;
        if (current.receivedBytes - reader.headBytes() > options.maxBodyBytes()) {
          data.release();
          throw new MalformedMessageException(
              413, "the body is larger than " + options.maxBodyBytes() + " bytes");
        }
        if (wanted) {
          flushDue = true;
          body.data(data);
        } else {
          data.release();
          discard(current, size);
        }
      }
      case END -> {
        current.requestDone = true;
        body.end(trailers);
        if (current.responseDone && exchange == current) {
          next(current);
        }
      }
    }
    return true;
  }

  private void discard(ServerExchange current, int size) {
    discarded += size;
    if (discarded > DISCARD_BYTES && current.responseDone) {
      closeAfter(current);
    }
  }

  private boolean discardRest() {
    discarded += received.clear();
    if (discarded > LINGER_BYTES) {
      channel.close();
    }
    return false;
  }

  void respond(ServerExchange current, ResponseHead head, OutgoingBody body) {
    HeadWriter.ResponseFraming framing = framing(current, head, body);
    if (framing == HeadWriter.ResponseFraming.UNTIL_CLOSE
        || !canFinishRequest(current)
        || server.isDraining()
        || asksToClose(head.headers())) {
      current.keepAlive = false;
    }
    current.responded = true;
    current.sentStatus = head.status();
    String connection = current.keepAlive ? current.isHttp10() ? "keep-alive" : null : "close";
    HeadWriter.response(outbox.writer(), head, framing, body.length(), context.date(), connection);
    outbox.text();
    boolean bodiless = framing == HeadWriter.ResponseFraming.BODILESS;
    if (body instanceof OutgoingBody.Streamed streamed && !bodiless) {
      boolean chunked = framing == HeadWriter.ResponseFraming.CHUNKED;
      BodyRelay relay = new BodyRelay(outbox, streamed.body(), chunked, this);
      current.relay = relay;
      relay.start();
      updateDeadline();
      return;
    }
    if (body instanceof OutgoingBody.Streamed streamed) {
      streamed.body().cancel();
    } else if (body instanceof OutgoingBody.Bytes whole && !bodiless) {
      outbox.data(Unpooled.wrappedBuffer(whole.bytes()));
    }
    finish(current);
  }

  private static HeadWriter.ResponseFraming framing(
      ServerExchange current, ResponseHead head, OutgoingBody body) {
    if (current.request().method().equals("HEAD") || Framing.isBodiless(head.status())) {
      return HeadWriter.ResponseFraming.BODILESS;
    }
    if (body.length() >= 0) {
      return HeadWriter.ResponseFraming.LENGTH;
    }
    return current.isHttp10()
        ? HeadWriter.ResponseFraming.UNTIL_CLOSE
        : HeadWriter.ResponseFraming.CHUNKED;
  }

  /** Whether the rest of the request will be read, so that another can follow it. */
  private boolean canFinishRequest(ServerExchange current) {
    IncomingBody body = current.requestBody();
    if (current.requestDone || body.isConsumed() && !body.isCancelled()) {
      return true;
    }
    return !current.expectsContinue
        && decoder.isLengthKnown()
        && decoder.remaining() <= DISCARD_BYTES;
  }

  private static boolean asksToClose(HttpHeaders headers) {
    String connection = headers.first("Connection");
    return connection != null && HopByHop.lists(connection, "close");
  }

  @Override
  public void onBlocked() {
    updateDeadline();
  }

  @Override
  public void onRelayed() {
    ServerExchange current = exchange;
    if (current != null) {
      finish(current);
    }
  }

  @Override
  public void onRelayFailed(BodyFailure failure) {
    // The head is out: the only way left to say that the body is not whole is to break off. Where
    // the end of the connection would look like the end of the body, it has to be a reset.
    channel.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }

  /** The whole response is in the outbox. */
  private void finish(ServerExchange current) {
    current.responseDone = true;
    if (current.keepAlive) {
      outbox.flush();
    }
    current.responseEndNanos = System.nanoTime();
    if (!current.keepAlive) {
      closeAfter(current);
    } else if (current.requestDone) {
      next(current);
    } else {
      // The next request stands behind the rest of this one.
      current.requestBody().cancel();
    }
  }

  private void next(ServerExchange current) {
    exchange = null;
    state = State.HEAD;
    current.markOver();
    if (server.isDraining()) {
      channel.close();
    } else {
      process();
    }
  }

  /** Closes when all is written; waits for the client to have read it if it is still sending. */
  private void closeAfter(ServerExchange current) {
    boolean sending = !current.requestDone;
    exchange = null;
    ChannelFuture last = outbox.flushLast();
    linger(last, sending);
    if (sending) {
      current.requestBody().cancel();
    }
    current.markOver();
  }

  private void linger(ChannelFuture last, boolean sending) {
    state = State.LINGER;
    discarded = 0;
    deadline.at(System.nanoTime() + options.idleTimeout().toNanos());
    if (sending) {
      last.addListener(
          sent -> {
            if (sent.isSuccess() && channel.channel() instanceof DuplexChannel duplex) {
              deadline.at(System.nanoTime() + LINGER_NANOS);
              duplex.shutdownOutput();
            } else {
              channel.close();
            }
          });
      process();
    } else {
      last.addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** The handler threw, or one of its callbacks. */
  void failed(ServerExchange current) {
    if (current.gone || current.over) {
      return;
    }
    if (current.responded) {
      channel.close();
    } else {
      current.keepAlive = false;
      respond(current, Rejection.head(500), Rejection.body(500, "Internal server error"));
    }
  }

  /** Answers a request that the handler never sees, or whose body turned out to be bad. */
  private void reject(int status, String message) {
    server.countRejection();
    ServerExchange current = exchange;
    if (current != null && current.responded) {
      channel.close();
      return;
    }
    OutgoingBody.Bytes body = Rejection.body(status, message);
    HeadWriter.response(
        outbox.writer(),
        Rejection.head(status),
        HeadWriter.ResponseFraming.LENGTH,
        body.length(),
        context.date(),
        "close");
    outbox.text();
    outbox.data(Unpooled.wrappedBuffer(body.bytes()));
    if (current != null) {
      exchange = null;
      current.sentStatus = status;
      current.responseEndNanos = System.nanoTime();
      current.markGone(
          switch (status) {
            case 408 -> BodyFailure.TIMEOUT;
            case 413 -> BodyFailure.TOO_LARGE;
            default -> BodyFailure.MALFORMED;
          });
    }
    linger(outbox.flushLast(), true);
    if (current != null) {
      current.markOver();
    }
  }

  private void updateDeadline() {
    switch (state) {
      case HEAD -> {
        boolean within = reader.isWithinHead();
        if (within != withinHead || !within) {
          withinHead = within;
          deadline.at(
              System.nanoTime()
                  + (within ? options.headTimeout() : options.idleTimeout()).toNanos());
        }
      }
      case EXCHANGE -> {
        ServerExchange current = exchange;
        BodyRelay relay = current == null ? null : current.relay;
        boolean waits =
            relay != null && relay.isBlocked()
                || current != null
                    && !current.requestDone
                    && (current.requestBody().wantsData() || current.requestBody().isCancelled());
        if (waits) {
          deadline.at(System.nanoTime() + options.idleTimeout().toNanos());
        } else {
          deadline.clear();
        }
      }
      case LINGER, CLOSED -> {}
    }
  }

  private void onDeadline() {
    ServerExchange current = exchange;
    if (state == State.HEAD && withinHead) {
      reject(408, "the head was not complete in time");
    } else if (state == State.EXCHANGE && current != null && !current.responded) {
      reject(408, "the body stood still for too long");
    } else {
      channel.close();
    }
  }

  EventLoop eventLoop() {
    return channel.channel().eventLoop();
  }

  InetSocketAddress remoteAddress() {
    return (InetSocketAddress) channel.channel().remoteAddress();
  }

  long bytesSince(long before) {
    return outbox.bytes() - before;
  }

  /** Closes if nothing is in flight; otherwise the response says {@code Connection: close}. */
  void drain() {
    eventLoop()
        .execute(
            () -> {
              if (state == State.HEAD && !reader.isWithinHead() && received.isEmpty()) {
                channel.close();
              }
            });
  }

  void closeNow() {
    channel.close();
  }

  /** Whether an exchange is in flight. */
  boolean isBusy() {
    return exchange != null;
  }
}
