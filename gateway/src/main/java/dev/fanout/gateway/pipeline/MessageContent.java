package dev.fanout.gateway.pipeline;

import dev.fanout.gateway.http.AggregateCallback;
import dev.fanout.gateway.http.BodyFailure;
import dev.fanout.gateway.http.HttpHeaders;
import dev.fanout.gateway.http.IncomingBody;
import dev.fanout.gateway.http.OutgoingBody;
import dev.fanout.policies.context.ApimMessageBody;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message on its way: still arriving, buffered, replaced or absent. It is sent on as
 * it arrives unless somebody has it buffered. For one event loop.
 */
public final class MessageContent implements ApimMessageBody {
  private static final byte[] NOTHING = {};

  private @Nullable IncomingBody incoming;
  private byte @Nullable [] bytes;

  private MessageContent(@Nullable IncomingBody incoming, byte @Nullable [] bytes) {
    this.incoming = incoming;
    this.bytes = bytes;
  }

  public static MessageContent none() {
    return new MessageContent(null, null);
  }

  /** A body that arrives; none if the head says that there is none. */
  public static MessageContent of(IncomingBody body) {
    return new MessageContent(body.isEmpty() ? null : body, null);
  }

  /** A body in memory, not copied. */
  public static MessageContent of(byte[] bytes) {
    return new MessageContent(null, bytes);
  }

  /** Whether {@code context.Request.Body} is not null; a consumed body is there, and empty. */
  public boolean isPresent() {
    return incoming != null || bytes != null;
  }

  /** Whether {@link #take} may be called. */
  public boolean isInMemory() {
    return incoming == null;
  }

  /** Collects what arrives, up to the limit, then calls one of the two; maybe before it returns. */
  public void buffer(int limitBytes, Runnable done, Consumer<BodyFailure> failed) {
    IncomingBody arriving = incoming;
    if (arriving == null) {
      done.run();
      return;
    }
    arriving.aggregate(
        limitBytes,
        new AggregateCallback() {
          @Override
          public void onBytes(byte[] whole, HttpHeaders trailers) {
            incoming = null;
            bytes = whole;
            done.run();
          }

          @Override
          public void onFailure(BodyFailure failure) {
            incoming = null;
            failed.accept(failure);
          }
        });
  }

  /** Puts another body in place; what arrives is dropped. */
  public void replace(byte[] newBytes) {
    discard();
    bytes = newBytes;
  }

  /** Drops the body, wherever it is. */
  public void discard() {
    IncomingBody arriving = incoming;
    incoming = null;
    bytes = null;
    if (arriving != null) {
      arriving.cancel();
    }
  }

  @Override
  public byte[] take(boolean preserve) {
    if (incoming != null) {
      throw new IllegalStateException("the body was read before it was buffered");
    }
    byte[] current = bytes;
    if (!preserve && current != null) {
      bytes = NOTHING;
    }
    return current == null ? NOTHING : current;
  }

  /** The body for sending; one that arrives can be sent once, and is then gone. */
  public OutgoingBody outgoing() {
    IncomingBody arriving = incoming;
    if (arriving != null) {
      incoming = null;
      return OutgoingBody.streamed(arriving);
    }
    byte[] current = bytes;
    return current == null ? OutgoingBody.EMPTY : OutgoingBody.bytes(current);
  }
}
