package dev.fanout.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A table in no form yet.
 *
 * @param caption what it shows, as a heading
 * @param cells one list for each row, as long as {@code columns}
 */
record Table(String caption, List<Column> columns, List<List<String>> cells) {
  Table {
    columns = List.copyOf(columns);
    cells = cells.stream().map(List::copyOf).toList();
    for (List<String> row : cells) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            row.size() + " cells in a table of " + columns.size() + " columns");
      }
    }
  }

  /** Without the columns in which every cell is the mark for nothing. */
  Table withoutEmpty(String mark) {
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(i -> cells.stream().anyMatch(row -> !row.get(i).equals(mark)))
            .boxed()
            .toList();
    return new Table(
        caption,
        kept.stream().map(columns::get).toList(),
        cells.stream().map(row -> kept.stream().map(row::get).toList()).toList());
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /** How a column is set: numbers to the right, URLs and code in a fixed pitch. */
  enum Kind {
    TEXT,
    NUMBER,
    CODE
  }

  /** A heading, and how what stands under it is set. */
  record Column(String name, Kind kind) {
    static Column text(String name) {
      return new Column(name, Kind.TEXT);
    }

    static Column number(String name) {
      return new Column(name, Kind.NUMBER);
    }

    static Column code(String name) {
      return new Column(name, Kind.CODE);
    }
  }
}
