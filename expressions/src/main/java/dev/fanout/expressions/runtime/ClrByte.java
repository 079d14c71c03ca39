package dev.fanout.expressions.runtime;

/**
 * A boxed {@code byte}, which Java's own boxes cannot tell from its signed twin.
 *
 * @param value 0..255
 */
public record ClrByte(int value) {
  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
