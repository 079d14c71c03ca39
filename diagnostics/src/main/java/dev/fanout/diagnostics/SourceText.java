package dev.fanout.diagnostics;

import java.util.Arrays;
import java.util.Objects;

/**
 * A text with a name, and where its lines start. Offsets count UTF-16 code units from 0; lines and
 * columns count from 1. A line ends at {@code \n}, {@code \r\n} or a lone {@code \r}. Immutable.
 */
public final class SourceText {
  private static final int LINES_AHEAD = 16;

  private final String name;
  private final String text;
  private final int[] lineStarts;

  /** A guess that any thread may overwrite: whatever it is, the answers are the same. */
  private int lastIndex;

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
    int index = lineOf(offset);
    lastIndex = index;
    return new SourcePosition(offset, index + 1, offset - lineStarts[index] + 1);
  }

  /**
   * Places are mostly asked for in order, so the line of the last one or one of the next is likely.
   */
  private int lineOf(int offset) {
    int likely = lastIndex;
    for (int index = likely; index < likely + LINES_AHEAD && index < lineStarts.length; index++) {
      if (lineStarts[index] <= offset
          && (index + 1 == lineStarts.length || offset < lineStarts[index + 1])) {
        return index;
      }
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
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
    int feed = text.indexOf('\n');
    int carriage = text.indexOf('\r');
    while (feed >= 0 || carriage >= 0) {
      int end;
      if (carriage >= 0 && (feed < 0 || carriage < feed)) {
        end = carriage + (feed == carriage + 1 ? 2 : 1);
        carriage = text.indexOf('\r', end);
      } else {
        end = feed + 1;
      }
      if (feed >= 0 && feed < end) {
        feed = text.indexOf('\n', end);
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = end;
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
