package dev.fanout.expressions.runtime;

/**
 * A boxed {@code ushort}, which Java's own boxes cannot tell from its signed twin.
 *
 * @param value 0..65535
 */
public record ClrUInt16(int value) {
  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
