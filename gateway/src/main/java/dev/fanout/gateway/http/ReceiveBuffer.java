package dev.fanout.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/** Bytes of one socket that nobody has taken yet. Usually it is empty when the next ones come. */
final class ReceiveBuffer {
  private ByteBuf bytes = Unpooled.EMPTY_BUFFER;

  /** Adds {@code more} at the end, with its ownership. */
  void append(ByteBufAllocator allocator, ByteBuf more) {
    if (bytes.isReadable()) {
      ByteBuf joined = allocator.buffer(bytes.readableBytes() + more.readableBytes());
      joined.writeBytes(bytes).writeBytes(more);
      bytes.release();
      more.release();
      bytes = joined;
    } else {
      bytes.release();
      bytes = more;
    }
  }

  /** For one step of reading; not to be kept. */
  ByteBuf bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return !bytes.isReadable();
  }

  /** Throws away what is there; returns how much it was. */
  int clear() {
    int size = bytes.readableBytes();
    bytes.release();
    bytes = Unpooled.EMPTY_BUFFER;
    return size;
  }
}
