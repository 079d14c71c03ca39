package dev.fanout.policies.format;

/**
 * A piece of a text and what stands there afterwards.
 *
 * @param start offset of the first character that is replaced
 * @param end just behind the last one; equal to {@code start} for an insertion
 */
record TextChange(int start, int end, String replacement) {
  TextChange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a change of " + start + ".." + end);
    }
  }
}
