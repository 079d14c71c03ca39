package dev.fanout.diagnostics;

import java.util.List;
import java.util.Locale;

/**
 * Prints issues for people:
 *
 * <pre>
 * fanout.yaml:3:7: error: 'upstrem' is not a key of an API [CATALOG_UNKNOWN_KEY]
 *     3 |     - upstrem: /orders
 *       |       ^^^^^^^
 *       = hint: did you mean 'upstream'?
 * </pre>
 *
 * Of a blank text no line is shown. Control characters are shown as escapes (four hexadecimal
 * digits), so that an input cannot steer the terminal.
 */
public final class IssueRenderer {
  private static final int LONGEST_LINE = 160;

  private IssueRenderer() {}

  /** The issues in the given order, each ending with a line end. */
  public static String render(List<Issue> issues) {
    StringBuilder out = new StringBuilder();
    issues.forEach(issue -> out.append(render(issue)));
    return out.toString();
  }

  public static String render(Issue issue) {
    StringBuilder out = new StringBuilder();
    issue.location().ifPresent(span -> out.append(span).append(": "));
    out.append(issue.severity().name().toLowerCase(Locale.ROOT))
        .append(": ")
        .append(printable(issue.message()))
        .append(" [")
        .append(issue.code())
        .append("]\n");
    issue.location().ifPresent(span -> appendSource(out, span));
    issue
        .hint()
        .ifPresent(hint -> out.append("      = hint: ").append(printable(hint)).append('\n'));
    return out.toString();
  }

  private static void appendSource(StringBuilder out, SourceSpan span) {
    SourcePosition position = span.position();
    String line = span.source().line(position.line());
    if (span.length() == 0 && span.source().text().isBlank()) {
      return;
    }
    int column = Math.min(position.column() - 1, line.length());
    int from = column > LONGEST_LINE * 3 / 4 ? column - LONGEST_LINE / 2 : 0;
    int to = Math.min(line.length(), from + LONGEST_LINE);
    String before = printable(line.substring(from, column));
    int carets = Math.max(1, Math.min(span.length(), to - column));
    String marked = printable(line.substring(column, Math.min(to, column + carets)));
    out.append(String.format(Locale.ROOT, "%5d | ", position.line()))
        .append(from > 0 ? "…" : "")
        .append(before)
        .append(printable(line.substring(column, to)))
        .append(to < line.length() ? "…" : "")
        .append('\n')
        .append("      | ")
        .append(from > 0 ? " " : "")
        .append(" ".repeat(width(before)))
        .append("^".repeat(Math.max(1, width(marked))))
        .append('\n');
  }

  private static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        out.append(' ');
      } else if (Character.isISOControl(c) && c != '\n') {
        out.append(String.format(Locale.ROOT, "\\u" + "%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Columns of a terminal: wide East Asian characters and emoji take two, combining marks none. */
  private static int width(String text) {
    return text.codePoints().map(IssueRenderer::width).sum();
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (codePoint >= 0x1100 && codePoint <= 0x115F)
            || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
            || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
            || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
            || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
            || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
            || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF);
    return wide ? 2 : 1;
  }
}
