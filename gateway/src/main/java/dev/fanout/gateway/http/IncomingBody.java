package dev.fanout.gateway.http;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A body that arrives on an event loop. It has one consumer, and bytes are read from its socket
 * only while that consumer wants them: an unread or paused body holds at most one read buffer. All
 * methods are for the event loop of its exchange.
 */
public final class IncomingBody {
  /** Where the bytes come from. */
  interface Source {
    /** The consumer wants bytes: deliver what is there, then read. May be called within data(). */
    void demand();

    /** Nobody wants the rest. */
    void bodyCancelled();
  }

  private final Source source;
  private final long length;
  private @Nullable BodyConsumer consumer;
  private @Nullable BodyFailure failure;
  private boolean ended;
  private boolean paused;
  private boolean cancelled;

  IncomingBody(Source source, long length) {
    this.source = source;
    this.length = length;
    this.ended = length == 0;
  }

  /** The number of bytes that the head announced; -1 where it does not say. */
  public long length() {
    return length;
  }

  /** Whether the head says that there is no body. */
  public boolean isEmpty() {
    return length == 0;
  }

  /**
   * Starts the flow. The consumer may be called before this returns, with all that has arrived.
   *
   * @throws IllegalStateException if it was consumed or cancelled before
   */
  public void consume(BodyConsumer newConsumer) {
    if (consumer != null || cancelled) {
      throw new IllegalStateException("the body was consumed or cancelled before");
    }
    consumer = newConsumer;
    if (failure != null) {
      newConsumer.onFailure(failure);
    } else if (ended) {
      newConsumer.onEnd(new HttpHeaders());
    } else {
      source.demand();
    }
  }

  /**
   * Collects the whole body; more than {@code limitBytes} end in TOO_LARGE, and the rest is
   * cancelled.
   */
  public void aggregate(int limitBytes, AggregateCallback callback) {
    if (length > limitBytes) {
      cancel();
      callback.onFailure(BodyFailure.TOO_LARGE);
    } else {
      consume(new Aggregate(limitBytes, callback));
    }
  }

  /** No more {@link BodyConsumer#onData} until {@link #resume}. */
  public void pause() {
    paused = true;
  }

  public void resume() {
    if (paused) {
      paused = false;
      if (consumer != null && !isOver()) {
        source.demand();
      }
    }
  }

  /** Nobody wants the rest: the consumer is not called any more. */
  public void cancel() {
    if (!cancelled) {
      cancelled = true;
      if (!ended && failure == null) {
        source.bodyCancelled();
      }
    }
  }

  /** Whether a consumer takes bytes now. */
  boolean wantsData() {
    return consumer != null && !paused && !isOver();
  }

  boolean isConsumed() {
    return consumer != null;
  }

  /** Whether it arrived whole. */
  boolean isEnded() {
    return ended;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Hands on bytes, with their ownership. */
  void data(ByteBuf bytes) {
    BodyConsumer taker = consumer;
    if (taker == null || isOver()) {
      bytes.release();
    } else {
      taker.onData(bytes);
    }
  }

  void pauseForNow() {
    BodyConsumer taker = consumer;
    if (taker != null && !isOver()) {
      taker.onPause();
    }
  }

  void end(HttpHeaders trailers) {
    if (!isOver()) {
      ended = true;
      if (consumer != null) {
        consumer.onEnd(trailers);
      }
    }
  }

  void fail(BodyFailure why) {
    if (!isOver()) {
      failure = why;
      if (consumer != null) {
        consumer.onFailure(why);
      }
    }
  }

  private boolean isOver() {
    return ended || cancelled || failure != null;
  }

  private final class Aggregate implements BodyConsumer {
    private final int limitBytes;
    private final AggregateCallback callback;
    private final ByteArrayOutputStream bytes;

    private Aggregate(int limitBytes, AggregateCallback callback) {
      this.limitBytes = limitBytes;
      this.callback = callback;
      // A length is a claim: memory grows with what arrives.
      this.bytes = new ByteArrayOutputStream((int) Math.min(Math.max(length, 64), 64 * 1024));
    }

    @Override
    public void onData(ByteBuf data) {
      try {
        if (data.readableBytes() > limitBytes - bytes.size()) {
          cancel();
          callback.onFailure(BodyFailure.TOO_LARGE);
        } else {
          data.readBytes(bytes, data.readableBytes());
        }
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      } finally {
        data.release();
      }
    }

    @Override
    public void onPause() {}

    @Override
    public void onEnd(HttpHeaders trailers) {
      callback.onBytes(bytes.toByteArray(), trailers);
    }

    @Override
    public void onFailure(BodyFailure why) {
      callback.onFailure(why);
    }
  }
}
