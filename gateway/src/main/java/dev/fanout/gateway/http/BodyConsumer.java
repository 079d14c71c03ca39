package dev.fanout.gateway.http;

import io.netty.buffer.ByteBuf;

/** Takes a body piece by piece on its event loop. After the end or a failure nothing more comes. */
public interface BodyConsumer {
  /** Bytes of the body; the consumer releases them. */
  void onData(ByteBuf data);

  /** Nothing more to read for now: what was written on should be flushed. */
  void onPause();

  /** The body is whole. */
  void onEnd(HttpHeaders trailers);

  void onFailure(BodyFailure failure);
}
