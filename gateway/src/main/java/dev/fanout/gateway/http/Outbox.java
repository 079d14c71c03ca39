package dev.fanout.gateway.http;

import dev.fanout.gateway.http.internal.WireWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to one socket. Heads and small bodies gather in one buffer, so that a usual
 * message is one write call with one buffer.
 */
final class Outbox {
  /** Below this size a copy is cheaper than a second buffer in the write call. */
  private static final int COPY_BYTES = 4096;

  private static final int SPARE_BYTES = 1024;

  private final ChannelHandlerContext channel;
  private final WireWriter writer;
  private @Nullable ByteBuf pending;
  private boolean unflushed;
  private boolean closed;
  private long bytes;

  Outbox(ChannelHandlerContext channel, LoopContext context) {
    this.channel = channel;
    this.writer = context.writer();
  }

  /** Where the next piece of text is put together; {@link #text} sends it. */
  WireWriter writer() {
    return writer;
  }

  /** Sends what the writer holds. */
  void text() {
    if (closed) {
      writer.discard();
      return;
    }
    int size = writer.length();
    bytes += size;
    ByteBuf buffer = pending;
    if (buffer == null || buffer.writableBytes() < size) {
      writePending();
      pending = writer.toBuffer(channel.alloc(), SPARE_BYTES);
    } else {
      writer.moveTo(buffer);
    }
  }

  /** Sends {@code data} and releases it. */
  void data(ByteBuf data) {
    if (closed) {
      data.release();
      return;
    }
    int size = data.readableBytes();
    bytes += size;
    ByteBuf buffer = pending;
    if (size <= COPY_BYTES && buffer != null && buffer.writableBytes() >= size) {
      buffer.writeBytes(data);
      data.release();
    } else {
      writePending();
      channel.write(data, channel.voidPromise());
      unflushed = true;
    }
  }

  void flush() {
    writePending();
    if (unflushed) {
      unflushed = false;
      channel.flush();
    }
  }

  /** Flushes, and gives the future of the last byte. */
  ChannelFuture flushLast() {
    ByteBuf buffer = pending;
    pending = null;
    unflushed = false;
    return channel.writeAndFlush(buffer == null ? Unpooled.EMPTY_BUFFER : buffer);
  }

  boolean isWritable() {
    return channel.channel().isWritable();
  }

  /** Bytes taken so far. */
  long bytes() {
    return bytes;
  }

  /** The channel is closed: drops what was not flushed, and all that comes. */
  void close() {
    closed = true;
    ByteBuf buffer = pending;
    pending = null;
    if (buffer != null) {
      buffer.release();
    }
  }

  private void writePending() {
    ByteBuf buffer = pending;
    if (buffer != null) {
      pending = null;
      unflushed = true;
      channel.write(buffer, channel.voidPromise());
    }
  }
}
