package dev.fanout.expressions.runtime;

/**
 * A boxed {@code uint}, which Java's own boxes cannot tell from its signed twin.
 *
 * @param value the signed number with the same bits
 */
public record ClrUInt32(int value) {
  @Override
  public String toString() {
    return Integer.toUnsignedString(value);
  }
}
