package dev.fanout.policies.eval;

import dev.fanout.policies.context.ApimMessageBody;

/** A body in memory, which {@code As<T>()} consumes as in the service. */
final class BodyText implements ApimMessageBody {
  private static final byte[] NOTHING = {};

  private byte[] content;
  private final boolean kept;

  /**
   * @param kept stays readable, whatever an expression asks for
   */
  BodyText(byte[] content, boolean kept) {
    this.content = content;
    this.kept = kept;
  }

  @Override
  public byte[] take(boolean preserve) {
    byte[] taken = content;
    if (!preserve && !kept) {
      content = NOTHING;
    }
    return taken;
  }
}
