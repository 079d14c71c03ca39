package dev.fanout.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A place for one connection with at most one request in flight; a virtual user in the closed
 * model. When its connection ends it may open another. Lives on one event loop.
 */
final class Slot {
  enum State {
    DISCONNECTED,
    CONNECTING,
    IDLE,
    BUSY
  }

  private final LoopTrial trial;
  final int number;
  final ResponseParser parser = new ResponseParser();
  private final ByteBuf requestBytes;

  State state = State.DISCONNECTED;
  private @Nullable Channel channel;
  private @Nullable String closeCause;

  /** Requests that the virtual user has sent. */
  long iteration;

  /** Requests that this connection has carried. */
  long exchanges;

  /** Of the request in flight. */
  int template;

  int id;

  /** The drawn row of each table of parameters. */
  final int[] rows;

  long intendedNanos;
  long sentNanos;

  /** 0 until it came. */
  long firstByteNanos;

  boolean counted;

  /** When the virtual user wants to send next, or wanted to when it found itself disconnected. */
  long dueNanos;

  /** Intended start of the user's last request. */
  long startedNanos;

  /** Whether the user's next request has had its turn under the cap on requests per second. */
  boolean capped;

  Slot(LoopTrial trial, int number, int maxRequestBytes, int tables) {
    this.trial = trial;
    this.number = number;
    this.requestBytes = Unpooled.directBuffer(maxRequestBytes);
    this.rows = new int[tables];
  }

  void connected(Channel opened) {
    channel = opened;
    closeCause = null;
    exchanges = 0;
    state = State.IDLE;
  }

  /** False when the last request is still being written, which only a broken server causes. */
  boolean send(EncodedRequest request, boolean keepsBody) {
    if (requestBytes.refCnt() != 1) {
      return false;
    }
    requestBytes.clear();
    request.writeTo(requestBytes, id, rows);
    exchanges++;
    parser.expect(request.head, keepsBody);
    Channel open = java.util.Objects.requireNonNull(channel);
    open.writeAndFlush(requestBytes.retain(), open.voidPromise());
    return true;
  }

  /** Closes the connection, if any; the slot is disconnected at once. */
  void drop() {
    Channel open = channel;
    channel = null;
    state = State.DISCONNECTED;
    if (open != null) {
      open.close();
    }
  }

  void release() {
    drop();
    requestBytes.release();
  }

  /** Whether the peer ended the connection in good order. */
  boolean closedInOrder() {
    return closeCause == null;
  }

  String closeCause() {
    return closeCause == null ? "closed by the peer" : closeCause;
  }

  ChannelInboundHandlerAdapter newLink() {
    return new Link();
  }

  /** Bound to one connection, so that a late event of a dropped one is told apart. */
  private final class Link extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      try {
        if (context.channel() == channel) {
          trial.received(Slot.this, bytes);
        }
      } finally {
        bytes.release();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (context.channel() == channel) {
        trial.closed(Slot.this);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (context.channel() == channel) {
        closeCause = String.valueOf(cause.getMessage());
        context.close();
      }
    }
  }
}
