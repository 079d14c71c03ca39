package dev.fanout.load;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.util.concurrent.ThreadAwareExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Lets an event loop sleep no longer than to the next due request, and sends what is due each time
 * that it wakes. A scheduled task for each request would do the same, with an allocation and a heap
 * operation each.
 */
final class PacedIoHandler implements IoHandler {

  /** What the loop does between two polls. */
  interface Pacer {
    /** When to wake at the latest, on {@link System#nanoTime}'s clock. */
    long wakeAtNanos();

    void onWake();
  }

  private final IoHandler delegate;
  private final PacedContext context = new PacedContext();
  private @Nullable Pacer pacer;

  PacedIoHandler(IoHandler delegate) {
    this.delegate = delegate;
  }

  /** Only on the loop's thread. */
  void pace(@Nullable Pacer next) {
    this.pacer = next;
  }

  @Override
  public int run(IoHandlerContext loop) {
    Pacer current = pacer;
    if (current == null) {
      return delegate.run(loop);
    }
    context.loop = loop;
    context.wakeAtNanos = current.wakeAtNanos();
    int handled = delegate.run(context);
    current.onWake();
    return handled;
  }

  @Override
  public void initialize() {
    delegate.initialize();
  }

  @Override
  public void prepareToDestroy() {
    delegate.prepareToDestroy();
  }

  @Override
  public void destroy() {
    delegate.destroy();
  }

  @Override
  public IoRegistration register(IoHandle handle) throws Exception {
    return delegate.register(handle);
  }

  @Override
  public void wakeup() {
    delegate.wakeup();
  }

  @Override
  public boolean isCompatible(Class<? extends IoHandle> handleType) {
    return delegate.isCompatible(handleType);
  }

  /** Hands out one handler and remembers it. */
  static final class Factory implements IoHandlerFactory {
    private final IoHandlerFactory transport;
    private @Nullable PacedIoHandler made;

    Factory(IoHandlerFactory transport) {
      this.transport = transport;
    }

    @Override
    public IoHandler newHandler(ThreadAwareExecutor executor) {
      made = new PacedIoHandler(transport.newHandler(executor));
      return made;
    }

    PacedIoHandler made() {
      return java.util.Objects.requireNonNull(made, "no handler was asked for yet");
    }
  }

  private static final class PacedContext implements IoHandlerContext {
    private @Nullable IoHandlerContext loop;
    private long wakeAtNanos;
    private long lastDeadline;

    private IoHandlerContext loop() {
      return java.util.Objects.requireNonNull(loop);
    }

    @Override
    public boolean canBlock() {
      return loop().canBlock();
    }

    @Override
    public long delayNanos(long currentTimeNanos) {
      long own = Math.max(0, wakeAtNanos - currentTimeNanos);
      return Math.min(own, loop().delayNanos(currentTimeNanos));
    }

    /**
     * Transports compare deadlines only with the last one, to leave a running timer alone; so each
     * deadline differs from the one before, and is neither -1 (awake) nor Long.MAX_VALUE (none).
     */
    @Override
    public long deadlineNanos() {
      long deadline = wakeAtNanos & (Long.MAX_VALUE >> 1);
      lastDeadline = deadline == lastDeadline ? deadline + 1 : deadline;
      return lastDeadline;
    }

    @Override
    public void reportActiveIoTime(long activeNanos) {
      loop().reportActiveIoTime(activeNanos);
    }

    @Override
    public boolean shouldReportActiveIoTime() {
      return loop().shouldReportActiveIoTime();
    }
  }
}
