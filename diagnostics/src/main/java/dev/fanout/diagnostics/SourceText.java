package dev.fanout.diagnostics;

import java.util.Arrays;
import java.util.Objects;

/**
 * A text with a name, and where its lines start. Offsets count UTF-16 code units from 0; lines and
 * columns count from 1. A line ends at {@code \n}, {@code \r\n} or a lone {@code \r}. Immutable.
 */
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  private SourceText(String name, String text) {
    this.name = Objects.requireNonNull(name, "name");
    this.text = Objects.requireNonNull(text, "text");
    this.lineStarts = lineStarts(text);
  }

  /** {@code name} is what messages print before the line: a path as the user wrote it. */
  public static SourceText of(String name, String text) {
    return new SourceText(name, text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  public int lineCount() {
    return lineStarts.length;
  }

  /** The line (from 1) without its line end. */
  public String line(int line) {
    if (line < 1 || line > lineStarts.length) {
      throw new IllegalArgumentException("line " + line + " is not in 1.." + lineStarts.length);
    }
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Where the offset stands; the end of the text is allowed. */
  public SourcePosition positionAt(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IllegalArgumentException("offset " + offset + " is not in 0.." + text.length());
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    int index = found >= 0 ? found : -found - 2;
    return new SourcePosition(offset, index + 1, offset - lineStarts[index] + 1);
  }

  public SourceSpan span(int start, int end) {
    return new SourceSpan(this, start, end);
  }

  /** The whole text. */
  public SourceSpan span() {
    return new SourceSpan(this, 0, text.length());
  }

  @Override
  public String toString() {
    return name;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
