package dev.fanout.expressions.runtime;

/**
 * A boxed {@code ulong}, which Java's own boxes cannot tell from its signed twin.
 *
 * @param value the signed number with the same bits
 */
public record ClrUInt64(long value) {
  @Override
  public String toString() {
    return Long.toUnsignedString(value);
  }
}
