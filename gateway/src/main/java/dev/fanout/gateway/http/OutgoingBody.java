package dev.fanout.gateway.http;

import java.util.Objects;

/** What is sent behind a head. */
public sealed interface OutgoingBody {
  OutgoingBody EMPTY = new Empty();

  static OutgoingBody bytes(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes);
  }

  /** Passes {@code body} on while it comes, in bounded memory. It must not have been consumed. */
  static OutgoingBody streamed(IncomingBody body) {
    return body.isEmpty() ? EMPTY : new Streamed(body);
  }

  /** Whether it can be sent once more, as a retry needs. */
  default boolean isReplayable() {
    return !(this instanceof Streamed);
  }

  /** In bytes; -1 where it is not known. */
  default long length() {
    if (this instanceof Bytes whole) {
      return whole.bytes().length;
    }
    return this instanceof Streamed streamed ? streamed.body().length() : 0;
  }

  /** No body at all. */
  record Empty() implements OutgoingBody {}

  /**
   * A body in memory.
   *
   * @param bytes not copied; nobody may change it afterwards
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity on purpose: bodies may be large
  record Bytes(byte[] bytes) implements OutgoingBody {
    public Bytes {
      Objects.requireNonNull(bytes, "bytes");
    }
  }

  /** A body that is still arriving. */
  record Streamed(IncomingBody body) implements OutgoingBody {
    public Streamed {
      Objects.requireNonNull(body, "body");
    }
  }
}
