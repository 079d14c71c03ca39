package dev.fanout.expressions.runtime;

import dev.fanout.expressions.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** {@code System.IO.StringReader}. */
public final class StringReader {
  private @Nullable String text;
  private int at;

  private StringReader(String text) {
    this.text = text;
  }

  public static StringReader create(@Nullable String text) {
    if (text == null) {
      throw Failures.argumentNull("s");
    }
    return new StringReader(text);
  }

  private String open() {
    if (text == null) {
      throw new ExpressionFailure(
          "System.ObjectDisposedException", "Cannot read from a closed TextReader.");
    }
    return text;
  }

  /** The code of the next character, which stays; -1 at the end. */
  public int peek() {
    String known = open();
    return at < known.length() ? known.charAt(at) : -1;
  }

  public int read() {
    int next = peek();
    at += next >= 0 ? 1 : 0;
    return next;
  }

  public int read(char @Nullable [] buffer, int index, int count) {
    if (buffer == null) {
      throw Failures.argumentNull("buffer");
    }
    if (index < 0) {
      throw Failures.negative("index", index);
    }
    if (count < 0) {
      throw Failures.negative("count", count);
    }
    if (buffer.length - index < count) {
      throw Failures.argument(
          "Offset and length were out of bounds for the array or count is greater than the number of"
              + " elements from index to the end of the source collection.",
          null);
    }
    String known = open();
    int length = Math.min(count, known.length() - at);
    known.getChars(at, at + length, buffer, index);
    at += length;
    return length;
  }

  public String readToEnd() {
    String rest = open().substring(at);
    at += rest.length();
    return rest;
  }

  /** Without its end (CR, LF or both); null behind the last line. */
  public @Nullable String readLine() {
    String known = open();
    if (at >= known.length()) {
      return null;
    }
    int end = at;
    while (end < known.length() && known.charAt(end) != '\r' && known.charAt(end) != '\n') {
      end++;
    }
    Fence.steps(1 + (end - at) / 16);
    String line = known.substring(at, end);
    boolean both =
        end + 1 < known.length() && known.charAt(end) == '\r' && known.charAt(end + 1) == '\n';
    at = Math.min(known.length(), end + (both ? 2 : 1));
    return line;
  }

  public void close() {
    text = null;
  }

  public void dispose() {
    text = null;
  }
}
