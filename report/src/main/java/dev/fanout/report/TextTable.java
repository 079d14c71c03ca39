package dev.fanout.report;

import java.util.List;

/** A table in a fixed pitch, two spaces in from the margin. */
final class TextTable {
  private TextTable() {}

  /** With its caption; nothing for a table without rows. */
  static void append(StringBuilder out, Table table) {
    if (table.isEmpty()) {
      return;
    }
    int columns = table.columns().size();
    int[] widths = new int[columns];
    List<String> names = table.columns().stream().map(Table.Column::name).toList();
    measure(widths, names);
    table.cells().forEach(row -> measure(widths, row));
    out.append("\n  ").append(Escape.terminal(table.caption())).append('\n');
    line(out, table, widths, names);
    table.cells().forEach(row -> line(out, table, widths, row));
  }

  private static void measure(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      widths[i] = Math.max(widths[i], cell.codePointCount(0, cell.length()));
    }
  }

  private static void line(StringBuilder out, Table table, int[] widths, List<String> cells) {
    StringBuilder line = new StringBuilder("  ");
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String room = " ".repeat(widths[i] - cell.codePointCount(0, cell.length()));
      boolean right = table.columns().get(i).kind() == Table.Kind.NUMBER;
      line.append(right ? room : "").append(Escape.terminal(cell)).append(right ? "" : room);
      line.append("  ");
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
