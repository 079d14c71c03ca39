package dev.fanout.diagnostics;

/** A place in a text: offset from 0, line and column from 1 (columns count UTF-16 code units). */
public record SourcePosition(int offset, int line, int column) {
  public SourcePosition {
    if (offset < 0 || line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "not a position: offset " + offset + ", line " + line + ", column " + column);
    }
  }
}
