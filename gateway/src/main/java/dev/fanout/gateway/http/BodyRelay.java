package dev.fanout.gateway.http;

import io.netty.buffer.ByteBuf;

/**
 * Writes an arriving body to another connection. When that one cannot take more, the body is
 * paused, and with it the reading from its socket.
 */
final class BodyRelay implements BodyConsumer {
  /** Who sends the message that the body belongs to. */
  interface Owner {
    /** The relay waits for the receiver; {@link BodyRelay#resume} goes on. */
    void onBlocked();

    /** The last byte is in the outbox, not flushed. */
    void onRelayed();

    void onRelayFailed(BodyFailure failure);
  }

  private final Outbox outbox;
  private final IncomingBody body;
  private final boolean chunked;
  private final Owner owner;
  private boolean blocked;

  BodyRelay(Outbox outbox, IncomingBody body, boolean chunked, Owner owner) {
    this.outbox = outbox;
    this.body = body;
    this.chunked = chunked;
    this.owner = owner;
  }

  void start() {
    body.consume(this);
  }

  void cancel() {
    body.cancel();
  }

  boolean isBlocked() {
    return blocked;
  }

  /** The receiver may take more. */
  void resume() {
    if (blocked && outbox.isWritable()) {
      blocked = false;
      body.resume();
    }
  }

  @Override
  public void onData(ByteBuf data) {
    if (chunked) {
      int size = data.readableBytes();
      if (size == 0) {
        data.release();
        return;
      }
      outbox.writer().chunkSize(size);
      outbox.text();
      outbox.data(data);
      outbox.writer().crlf();
      outbox.text();
    } else {
      outbox.data(data);
    }
    if (!outbox.isWritable()) {
      outbox.flush();
      if (!outbox.isWritable()) {
        blocked = true;
        body.pause();
        owner.onBlocked();
      }
    }
  }

  @Override
  public void onPause() {
    outbox.flush();
  }

  @Override
  public void onEnd(HttpHeaders trailers) {
    if (chunked) {
      outbox.writer().octet('0').crlf();
      for (int i = 0; i < trailers.size(); i++) {
        outbox.writer().field(trailers.name(i), trailers.value(i));
      }
      outbox.writer().crlf();
      outbox.text();
    }
    owner.onRelayed();
  }

  @Override
  public void onFailure(BodyFailure failure) {
    owner.onRelayFailed(failure);
  }
}
