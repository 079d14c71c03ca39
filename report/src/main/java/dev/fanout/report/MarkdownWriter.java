package dev.fanout.report;

import dev.fanout.report.Table.Column;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a Markdown document together; every text that it is given is escaped. */
final class MarkdownWriter {
  private final StringBuilder out = new StringBuilder(1 << 12);

  void heading(int level, String text) {
    out.append("#".repeat(level)).append(' ').append(Escape.markdown(text)).append("\n\n");
  }

  void paragraph(String text) {
    out.append(Escape.markdown(text)).append("\n\n");
  }

  void strong(String text) {
    out.append("**").append(Escape.markdown(text)).append("**\n\n");
  }

  void code(String text) {
    out.append(Escape.markdownCode(text)).append("\n\n");
  }

  void bullets(List<String> lines) {
    lines.forEach(line -> out.append("- ").append(Escape.markdown(line)).append('\n'));
    if (!lines.isEmpty()) {
      out.append('\n');
    }
  }

  /** Folded away; nothing without lines. */
  void details(String summary, List<String> lines) {
    if (!lines.isEmpty()) {
      out.append("<details><summary>").append(Escape.markup(summary)).append("</summary>\n\n");
      bullets(lines);
      out.append("</details>\n\n");
    }
  }

  /** With its caption as a heading; nothing for a table without rows. */
  void table(Table table) {
    if (table.isEmpty()) {
      return;
    }
    heading(2, table.caption());
    out.append(
        table.columns().stream()
            .map(column -> Escape.markdown(column.name()))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    out.append(
        table.columns().stream()
            .map(column -> column.kind() == Table.Kind.NUMBER ? "---:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    for (List<String> row : table.cells()) {
      out.append("|");
      for (int i = 0; i < row.size(); i++) {
        out.append(' ').append(cell(table.columns().get(i), row.get(i))).append(" |");
      }
      out.append('\n');
    }
    out.append('\n');
  }

  private static String cell(Column column, String text) {
    return column.kind() == Table.Kind.CODE ? Escape.markdownCode(text) : Escape.markdown(text);
  }

  @Override
  public String toString() {
    return out.toString().stripTrailing() + "\n";
  }
}
