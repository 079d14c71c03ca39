package dev.fanout.gateway.http;

import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;

/**
 * One request and its response. All methods are for the event loop that {@link #eventLoop} names;
 * another thread goes through {@code eventLoop().execute}. The exchange may be kept and answered
 * later.
 */
public interface HttpExchange {
  RequestHead request();

  /** The body as it comes; nothing is read from the client until it is consumed. */
  IncomingBody requestBody();

  EventLoop eventLoop();

  InetSocketAddress remoteAddress();

  /**
   * Answers, once. When the exchange is already over because the client has gone, this does nothing
   * but cancel a streamed body.
   *
   * @throws IllegalStateException if the exchange was answered before
   */
  void respond(ResponseHead head, OutgoingBody body);

  /**
   * Runs {@code action} when the exchange ends without the handler's answer having been sent whole:
   * the client closed the connection, or its request body turned out to be malformed or too large
   * (the server then answers by itself). Runs at once if that has already happened.
   */
  void onClientGone(Runnable action);

  /** Runs {@code action} when the exchange is over, whichever way. One action; the last one set. */
  void onComplete(Runnable action);

  /** {@link System#nanoTime} when the head was complete. */
  long headReceivedNanos();

  /** {@link System#nanoTime} when the last byte was handed to the socket; 0 before. */
  long endNanos();

  /** The status that was sent; 0 before. */
  int status();

  /** Whether the response went out whole. */
  boolean isAnswered();

  /** Bytes of request head and body received so far, chunk framing not counted. */
  long requestBytes();

  /** Bytes of response head and body handed to the socket so far, as on the wire. */
  long responseBytes();
}
