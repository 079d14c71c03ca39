package dev.fanout.gateway.http;

/** A request on its way upstream. Times are {@link System#nanoTime}, 0 until they happen. */
public interface UpstreamCall {
  /** Gives up: the connection is closed, and the callback is not called any more. */
  void cancel();

  /** When the request had a connection and its head was handed to the socket. */
  long sentNanos();

  /** When the first byte of the response was read. */
  long firstByteNanos();

  /** When the last byte of the response's body was read. */
  long endNanos();

  /** Whether the request went out on a connection that had served another. */
  boolean isReused();
}
