package dev.fanout.gateway.http;

import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server's side of {@link HttpExchange}: state that {@link ServerConnection} moves on. */
final class ServerExchange implements HttpExchange {
  private final ServerConnection connection;
  private final RequestHead request;
  private final IncomingBody body;
  private final long headReceivedNanos;

  boolean keepAlive;
  boolean expectsContinue;
  boolean requestDone;
  boolean responded;
  boolean responseDone;
  boolean gone;
  boolean over;
  int sentStatus;
  long receivedBytes;
  long sentBytesBefore;
  long sentBytes;
  long responseEndNanos;
  @Nullable BodyRelay relay;

  private final List<Runnable> goneActions = new ArrayList<>(2);
  private @Nullable Runnable completeAction;

  ServerExchange(
      ServerConnection connection, RequestHead request, long bodyLength, long headReceivedNanos) {
    this.connection = connection;
    this.request = request;
    this.body = new IncomingBody(connection, bodyLength);
    this.headReceivedNanos = headReceivedNanos;
  }

  @Override
  public RequestHead request() {
    return request;
  }

  @Override
  public IncomingBody requestBody() {
    return body;
  }

  @Override
  public EventLoop eventLoop() {
    return connection.eventLoop();
  }

  @Override
  public InetSocketAddress remoteAddress() {
    return connection.remoteAddress();
  }

  @Override
  public void respond(ResponseHead head, OutgoingBody outgoing) {
    if (!eventLoop().inEventLoop()) {
      throw new IllegalStateException("respond is for the exchange's event loop");
    }
    if (gone) {
      if (outgoing instanceof OutgoingBody.Streamed streamed) {
        streamed.body().cancel();
      }
      return;
    }
    if (responded) {
      throw new IllegalStateException("the exchange was answered before");
    }
    connection.respond(this, head, outgoing);
  }

  @Override
  public void onClientGone(Runnable action) {
    if (gone) {
      action.run();
    } else if (!over) {
      goneActions.add(action);
    }
  }

  @Override
  public void onComplete(Runnable action) {
    if (over) {
      action.run();
    } else {
      completeAction = action;
    }
  }

  @Override
  public long headReceivedNanos() {
    return headReceivedNanos;
  }

  @Override
  public long endNanos() {
    return responseEndNanos;
  }

  @Override
  public int status() {
    return sentStatus;
  }

  @Override
  public boolean isAnswered() {
    return responseDone && !gone;
  }

  @Override
  public long requestBytes() {
    return receivedBytes;
  }

  @Override
  public long responseBytes() {
    return over ? sentBytes : connection.bytesSince(sentBytesBefore);
  }

  boolean isHttp10() {
    return request.version() == HttpVersion.HTTP_1_0;
  }

  /** A callback of the handler threw. */
  void consumerFailed() {
    connection.failed(this);
  }

  /** Ends it early: whoever works on it may stop, and an answer of theirs goes nowhere. */
  void markGone(BodyFailure why) {
    if (!gone && !over) {
      gone = true;
      body.fail(why);
      BodyRelay sending = relay;
      if (sending != null) {
        sending.cancel();
      }
      List<Runnable> actions = List.copyOf(goneActions);
      goneActions.clear();
      actions.forEach(Runnable::run);
    }
  }

  void markOver() {
    if (!over) {
      sentBytes = connection.bytesSince(sentBytesBefore);
      over = true;
      goneActions.clear();
      Runnable action = completeAction;
      if (action != null) {
        completeAction = null;
        action.run();
      }
    }
  }
}
