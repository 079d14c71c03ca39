package dev.fanout.gateway.http;

import dev.fanout.gateway.http.internal.BodyDecoder;
import dev.fanout.gateway.http.internal.Framing;
import dev.fanout.gateway.http.internal.HeadParser;
import dev.fanout.gateway.http.internal.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an upstream: idle in its pool, or with one call. Everything runs on its event
 * loop, except {@link #closeNow}.
 */
final class UpstreamConnection extends ChannelInboundHandlerAdapter
    implements IncomingBody.Source, BodyRelay.Owner {
  private enum State {
    IDLE,
    HEAD,
    BODY,
    CLOSED
  }

  private static final System.Logger LOG = System.getLogger(UpstreamConnection.class.getName());
  private static final int MAX_HEADERS = 500;
  private static final int MAX_INTERIM_RESPONSES = 16;

  /** An unwanted response body up to this size is read, to keep the connection. */
  private static final long DISCARD_BYTES = 64 * 1024;

  private static final long DISCARD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final UpstreamPools pools;
  private final Pool pool;
  private final EventLoop loop;
  private final LoopContext context;
  private final HeadParser parser;
  private final BodyDecoder decoder;

  // Set by handlerAdded, before anything else happens.
  private ChannelHandlerContext channel;
  private Outbox outbox;
  private LoopContext.Deadline deadline;

  private State state = State.IDLE;
  private final ReceiveBuffer received = new ReceiveBuffer();
  private HttpHeaders fields = new HttpHeaders();
  private HttpHeaders trailers = new HttpHeaders();
  private @Nullable Call call;
  private @Nullable IncomingBody body;
  private @Nullable BodyRelay relay;
  private boolean used;
  private boolean requestDone;
  private boolean responseBegun;
  private boolean reusable;
  private boolean ended;
  private boolean permitReturned;
  private boolean processing;
  private boolean flushDue;
  private int interimResponses;
  private long discarded;

  @SuppressWarnings("NullAway.Init") // handlerAdded is the second half of construction
  UpstreamConnection(UpstreamPools pools, Pool pool, EventLoop loop, LoopContext context) {
    this.pools = pools;
    this.pool = pool;
    this.loop = loop;
    this.context = context;
    int maxHeadBytes = pools.options().maxHeadBytes();
    this.parser = new HeadParser(HeadParser.Kind.RESPONSE, 0, maxHeadBytes, MAX_HEADERS);
    this.decoder = new BodyDecoder(maxHeadBytes, MAX_HEADERS);
  }

  EventLoop loop() {
    return loop;
  }

  /** Sends a call's request; the connection is idle. */
  void start(Call next) {
    call = next;
    next.connection = this;
    next.reused = used;
    if (used) {
      pools.countReuse();
    }
    state = State.HEAD;
    requestDone = false;
    responseBegun = false;
    interimResponses = 0;
    discarded = 0;
    body = null;
    relay = null;
    deadline.at(next.deadlineNanos());
    UpstreamRequest request = next.request();
    HeadWriter.request(outbox.writer(), request);
    outbox.text();
    next.sentNanos = System.nanoTime();
    if (request.body() instanceof OutgoingBody.Streamed streamed) {
      // The source flushes when it has no more bytes, so that head and body leave together.
      BodyRelay sending =
          new BodyRelay(outbox, streamed.body(), streamed.body().length() < 0, this);
      relay = sending;
      sending.start();
    } else {
      if (request.body() instanceof OutgoingBody.Bytes whole) {
        outbox.data(Unpooled.wrappedBuffer(whole.bytes()));
      }
      requestDone = true;
      outbox.flush();
    }
    readMore();
  }

  @Override
  public void onBlocked() {}

  @Override
  public void onRelayed() {
    outbox.flush();
    requestDone = true;
    relay = null;
  }

  @Override
  public void onRelayFailed(BodyFailure failure) {
    fail(UpstreamFailure.Kind.REQUEST_BODY, "the request's body was " + failure);
  }

  /** The call has been given up by its owner. */
  void abandon(Call given) {
    if (call == given) {
      call = null;
      BodyRelay sending = relay;
      if (sending != null) {
        sending.cancel();
      }
      IncomingBody receiving = body;
      if (receiving != null) {
        receiving.fail(BodyFailure.TRUNCATED);
      }
      retire();
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    channel = ctx;
    outbox = new Outbox(ctx, context);
    deadline = context.watch(this::onDeadline);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    ctx.read();
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
    BodyRelay sending = relay;
    if (sending != null) {
      sending.resume();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ended = true;
    if (state == State.BODY) {
      // Bytes may have arrived that nobody wanted yet; they are good.
      returnPermit();
      process();
    } else if (state != State.CLOSED) {
      retire();
      lost();
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    context.unwatch(deadline);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // A TLS alert comes wrapped by the decoder.
    if (!(cause instanceof IOException) && !(cause.getCause() instanceof IOException)) {
      LOG.log(System.Logger.Level.ERROR, "upstream connection failed", cause);
    }
    ctx.close();
  }

  /** Closes the socket and forgets what came from it. */
  private void retire() {
    state = State.CLOSED;
    channel.close();
    outbox.close();
    received.clear();
    deadline.clear();
    returnPermit();
  }

  private void returnPermit() {
    if (!permitReturned) {
      permitReturned = true;
      pools.closed(this, pool);
    }
  }

  /** The socket is closed and the permit is back; the call may have to be answered. */
  private void lost() {
    Call current = call;
    if (current == null) {
      return;
    }
    boolean stale = used && !responseBegun && current.isRepeatable();
    if (stale && !current.isOver()) {
      call = null;
      current.connection = null;
      pools.retry(current);
    } else {
      fail(
          UpstreamFailure.Kind.RESET,
          pool.key().authority() + " closed the connection before the response was whole");
    }
  }

  /** Ends the call without a whole response, and the connection with it. */
  private void fail(UpstreamFailure.Kind kind, String message) {
    Call current = call;
    call = null;
    BodyRelay sending = relay;
    relay = null;
    retire();
    if (sending != null) {
      sending.cancel();
    }
    if (current != null) {
      current.connection = null;
      current.endNanos = System.nanoTime();
      IncomingBody receiving = body;
      if (receiving == null) {
        current.fail(kind, message);
      } else {
        receiving.fail(
            switch (kind) {
              case TIMEOUT -> BodyFailure.TIMEOUT;
              case PROTOCOL -> BodyFailure.MALFORMED;
              default -> BodyFailure.TRUNCATED;
            });
      }
    }
  }

  private void onDeadline() {
    if (state == State.HEAD) {
      fail(UpstreamFailure.Kind.TIMEOUT, pool.key().authority() + " did not answer in time");
    } else {
      fail(
          UpstreamFailure.Kind.TIMEOUT,
          "the response of " + pool.key().authority() + " stood still");
    }
  }

  @Override
  public void demand() {
    flushDue = true;
    process();
  }

  @Override
  public void bodyCancelled() {
    if (state == State.BODY) {
      if (decoder.isLengthKnown() && decoder.remaining() <= DISCARD_BYTES && requestDone) {
        deadline.at(System.nanoTime() + DISCARD_NANOS);
        process();
      } else {
        call = null;
        retire();
      }
    }
  }

  private void process() {
    if (processing) {
      return;
    }
    processing = true;
    try {
      boolean progress;
      do {
        progress =
            switch (state) {
              case IDLE -> unasked();
              case HEAD -> readHead();
              case BODY -> readBody();
              case CLOSED -> false;
            };
      } while (progress);
    } catch (MalformedMessageException malformed) {
      fail(
          UpstreamFailure.Kind.PROTOCOL,
          "the response of " + pool.key().authority() + " is malformed: " + malformed.getMessage());
    } catch (RuntimeException | Error failure) {
      LOG.log(System.Logger.Level.ERROR, "a consumer of a response failed", failure);
      Call current = call;
      fail(UpstreamFailure.Kind.PROTOCOL, "the gateway failed on the response");
      if (current != null) {
        current.consumerFailed();
      }
    } finally {
      processing = false;
    }
    IncomingBody receiving = body;
    if (flushDue) {
      flushDue = false;
      if (receiving != null) {
        receiving.pauseForNow();
      }
    }
    readMore();
  }

  private void readMore() {
    IncomingBody receiving = body;
    boolean wanted =
        switch (state) {
          case IDLE, HEAD -> true;
          case BODY -> receiving != null && (receiving.wantsData() || receiving.isCancelled());
          case CLOSED -> false;
        };
    if (wanted && !ended) {
      channel.read();
    }
  }

  /** Bytes that belong to no request: whatever they are, this connection is not to be trusted. */
  private boolean unasked() {
    if (!received.isEmpty()) {
      retire();
    }
    return false;
  }

  private boolean readHead() throws MalformedMessageException {
    Call current = call;
    if (current == null || received.isEmpty()) {
      return false;
    }
    if (!responseBegun) {
      responseBegun = true;
      current.firstByteNanos = System.nanoTime();
    }
    if (!parser.parse(received.bytes(), fields)) {
      return false;
    }
    HttpHeaders head = fields;
    fields = new HttpHeaders();
    int status = parser.status();
    if (status < 200) {
      if (status == 101 || ++interimResponses > MAX_INTERIM_RESPONSES) {
        throw new MalformedMessageException(
            502, status == 101 ? "a protocol switch that nobody asked for" : "too many 1xx");
      }
      return true;
    }
    long length =
        Framing.ofResponse(
            current.request().method(),
            status,
            parser.minorVersion(),
            head.all("Transfer-Encoding"),
            head.all("Content-Length"));
    reusable =
        length != Framing.UNTIL_CLOSE
            && head.keepsAlive(
                parser.minorVersion() == 0 ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1);
    head.removeHopByHop();
    IncomingBody incoming = new IncomingBody(this, Math.max(length, -1));
    UpstreamResponse response =
        new UpstreamResponse(new ResponseHead(status, parser.reason(), head), incoming);
    if (length == 0) {
      responseComplete();
    } else {
      body = incoming;
      trailers = new HttpHeaders();
      decoder.start(length, trailers);
      state = State.BODY;
      deadline.at(System.nanoTime() + pools.options().idleTimeout().toNanos());
    }
    flushDue = true;
    current.answer(response);
    return true;
  }

  private boolean readBody() throws MalformedMessageException {
    IncomingBody receiving = body;
    if (receiving == null) {
      return false;
    }
    boolean wanted = receiving.wantsData();
    if (!wanted && !receiving.isCancelled()) {
      if (receiving.isConsumed()) {
        // Paused by a slow client, whose own time is watched.
        deadline.clear();
      }
      return false;
    }
    switch (decoder.next(received.bytes())) {
      case MORE -> {
        if (ended) {
          if (decoder.isUntilClose()) {
            responseComplete();
          } else {
            retire();
            lost();
          }
        } else if (wanted) {
          deadline.at(System.nanoTime() + pools.options().idleTimeout().toNanos());
        }
        return false;
      }
      case DATA -> {
        ByteBuf data = decoder.takeData();
        if (wanted) {
          flushDue = true;
          receiving.data(data);
        } else {
          discarded += data.readableBytes();
          data.release();
          if (discarded > DISCARD_BYTES) {
            call = null;
            retire();
            return false;
          }
        }
      }
      case END -> {
        flushDue = false;
        responseComplete();
      }
    }
    return true;
  }

  /** The whole response is here. The connection goes back before anybody hears of it. */
  private void responseComplete() {
    Call current = call;
    IncomingBody receiving = body;
    BodyRelay sending = relay;
    HttpHeaders late = trailers;
    call = null;
    body = null;
    relay = null;
    deadline.clear();
    if (current != null) {
      current.endNanos = System.nanoTime();
      current.connection = null;
    }
    boolean whole = requestDone && reusable && received.isEmpty();
    state = State.IDLE;
    used = true;
    if (whole && !ended) {
      pools.release(this, pool);
    } else {
      retire();
    }
    if (sending != null) {
      sending.cancel();
    }
    if (receiving != null) {
      receiving.end(late);
    }
  }

  void closeNow() {
    channel.close();
  }
}
