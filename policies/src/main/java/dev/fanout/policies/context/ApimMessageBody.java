package dev.fanout.policies.context;

/**
 * A body, which {@code As<T>()} reads. The pipeline has buffered it before the step, since {@code
 * CompiledExpression.readsBodies()} named it; nothing here blocks.
 */
public interface ApimMessageBody {
  /**
   * The bytes, which the caller does not change.
   *
   * @param preserve when false the body is consumed: later calls give what is left, nothing
   */
  byte[] take(boolean preserve);
}
