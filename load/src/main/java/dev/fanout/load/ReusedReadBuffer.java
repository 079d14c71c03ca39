package dev.fanout.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;

/**
 * Reads every connection of one loop into one buffer. That works because a {@link Slot} takes all
 * bytes and lets the buffer go before the loop reads again; if ever it did not, the read would get
 * a buffer of its own.
 */
final class ReusedReadBuffer implements RecvByteBufAllocator {
  private final RecvByteBufAllocator fixed;
  private final ByteBuf buffer;

  ReusedReadBuffer(int bytes) {
    this.fixed = new FixedRecvByteBufAllocator(bytes);
    this.buffer = Unpooled.directBuffer(bytes, bytes);
  }

  void release() {
    buffer.release();
  }

  // The interface's older method is deprecated for callers, not for implementers.
  @SuppressWarnings("deprecation")
  @Override
  public Handle newHandle() {
    return new ReusingHandle((ExtendedHandle) fixed.newHandle());
  }

  private final class ReusingHandle extends DelegatingHandle implements ExtendedHandle {
    private final ExtendedHandle delegate;

    ReusingHandle(ExtendedHandle delegate) {
      super(delegate);
      this.delegate = delegate;
    }

    @Override
    public ByteBuf allocate(ByteBufAllocator allocator) {
      return buffer.refCnt() == 1 ? buffer.retain().clear() : delegate.allocate(allocator);
    }

    @Override
    public boolean continueReading(io.netty.util.UncheckedBooleanSupplier maybeMoreDataSupplier) {
      return delegate.continueReading(maybeMoreDataSupplier);
    }
  }
}
