package dev.fanout.gateway.http;

/** What {@link IncomingBody#aggregate} ends in; one call, on the body's event loop. */
public interface AggregateCallback {
  /** The whole body; the array is the callback's own. */
  void onBytes(byte[] bytes, HttpHeaders trailers);

  void onFailure(BodyFailure failure);
}
