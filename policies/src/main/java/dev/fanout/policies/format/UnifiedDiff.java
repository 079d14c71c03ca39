package dev.fanout.policies.format;

import dev.fanout.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a unified diff from changes that are known. Linear, whatever the document looks like, since
 * nothing has to be compared but lines that a change touches.
 */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final SourceText source;
  private final String text;
  private final int[] lineStarts;
  private final StringBuilder out = new StringBuilder();

  private UnifiedDiff(SourceText source) {
    this.source = source;
    this.text = source.text();
    this.lineStarts = lineStarts(text);
  }

  static String of(SourceText source, List<TextChange> changes) {
    UnifiedDiff diff = new UnifiedDiff(source);
    diff.render(diff.replacements(changes));
    return diff.out.toString();
  }

  /** Old lines {@code from} to {@code to}, exclusive, give way to new ones; lines count from 0. */
  private record LineChange(int from, int to, List<String> lines) {}

  private List<LineChange> replacements(List<TextChange> changes) {
    List<LineChange> replacements = new ArrayList<>();
    int next = 0;
    while (next < changes.size()) {
      int from = lineAt(changes.get(next).start());
      int to = lineAt(changes.get(next).end()) + 1;
      int first = next++;
      while (next < changes.size() && lineAt(changes.get(next).start()) < to) {
        to = lineAt(changes.get(next).end()) + 1;
        next++;
      }
      trimmed(from, to, changed(from, to, changes.subList(first, next)), replacements);
    }
    return replacements;
  }

  private List<String> changed(int from, int to, List<TextChange> changes) {
    StringBuilder lines = new StringBuilder();
    int at = lineStarts[from];
    for (TextChange change : changes) {
      lines.append(text, at, change.start()).append(change.replacement());
      at = change.end();
    }
    lines.append(text, at, lineStarts[to]);
    return linesOf(lines.toString());
  }

  /** Leaves out the lines at either end that stay as they are. */
  private void trimmed(int from, int to, List<String> lines, List<LineChange> replacements) {
    int start = 0;
    while (from + start < to
        && start < lines.size()
        && line(from + start).equals(lines.get(start))) {
      start++;
    }
    int end = 0;
    while (to - end > from + start
        && lines.size() - end > start
        && line(to - end - 1).equals(lines.get(lines.size() - end - 1))) {
      end++;
    }
    if (from + start < to - end || start < lines.size() - end) {
      replacements.add(
          new LineChange(from + start, to - end, lines.subList(start, lines.size() - end)));
    }
  }

  private void render(List<LineChange> replacements) {
    if (replacements.isEmpty()) {
      return;
    }
    String path = (source.name().startsWith("/") ? "" : "/") + source.name();
    out.append("--- a").append(path).append("\n+++ b").append(path).append('\n');
    int shift = 0;
    int next = 0;
    while (next < replacements.size()) {
      int first = next++;
      while (next < replacements.size()
          && replacements.get(next).from() - replacements.get(next - 1).to() <= 2 * CONTEXT) {
        next++;
      }
      shift += hunk(replacements.subList(first, next), shift);
    }
  }

  /** Returns by how many lines the hunk makes the document longer. */
  private int hunk(List<LineChange> replacements, int shift) {
    int from = Math.max(0, replacements.get(0).from() - CONTEXT);
    int to = Math.min(lineCount(), replacements.get(replacements.size() - 1).to() + CONTEXT);
    int growth = replacements.stream().mapToInt(r -> r.lines().size() - (r.to() - r.from())).sum();
    out.append("@@ -").append(range(from, to - from));
    out.append(" +").append(range(from + shift, to - from + growth)).append(" @@\n");
    int at = from;
    for (LineChange replacement : replacements) {
      oldLines(' ', at, replacement.from());
      oldLines('-', replacement.from(), replacement.to());
      replacement.lines().forEach(line -> line('+', line));
      at = replacement.to();
    }
    oldLines(' ', at, to);
    return growth;
  }

  /** Lines count from 1; an empty range names the line in front of it. */
  private static String range(int start, int count) {
    int line = count == 0 ? start : start + 1;
    return count == 1 ? String.valueOf(line) : line + "," + count;
  }

  private void oldLines(char mark, int from, int to) {
    for (int line = from; line < to; line++) {
      line(mark, line(line));
    }
  }

  private void line(char mark, String line) {
    out.append(mark).append(line);
    if (!line.endsWith("\n")) {
      out.append("\n\\ No newline at end of file\n");
    }
  }

  private String line(int line) {
    return text.substring(lineStarts[line], lineStarts[line + 1]);
  }

  private int lineCount() {
    return lineStarts.length - 1;
  }

  /** The line of an offset; that of the last character for the end of the text. */
  private int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return Math.min(line, lineCount() - 1);
  }

  /** Where each line starts, and the end of the text; at least one line. */
  private static int[] lineStarts(String text) {
    int count = 1;
    for (int i = 0; i + 1 < text.length(); i++) {
      count += text.charAt(i) == '\n' ? 1 : 0;
    }
    int[] starts = new int[count + 1];
    int line = 1;
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts[line++] = i + 1;
      }
    }
    starts[count] = text.length();
    return starts;
  }

  private static List<String> linesOf(String text) {
    int[] starts = lineStarts(text);
    List<String> lines = new ArrayList<>(starts.length - 1);
    for (int i = 0; i + 1 < starts.length; i++) {
      if (starts[i] < starts[i + 1]) {
        lines.add(text.substring(starts[i], starts[i + 1]));
      }
    }
    return lines;
  }
}
