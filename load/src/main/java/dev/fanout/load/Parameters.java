package dev.fanout.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Values for the holes of templates. One row is taken for each request, so that its columns stay
 * together; a hole {@code {name}} takes the column of that name.
 *
 * @param columns names: a letter or _, then letters, digits, _ . -; not {@code id}
 * @param rows each as long as {@code columns}; 1 to 100,000 with at most 16 Mi characters
 */
public record Parameters(List<String> columns, List<List<String>> rows, Order order) {
  static final int MOST_ROWS = 100_000;
  static final int MOST_CHARS = 16 << 20;

  /** Which row comes next. */
  public enum Order {
    /** Drawn evenly from the plan's random seed. */
    RANDOM,
    /** From the first to the last and again from the first. */
    SEQUENTIAL
  }

  public Parameters {
    Objects.requireNonNull(order, "order");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    Set<String> names = new HashSet<>();
    for (String column : columns) {
      if (!column.matches("[A-Za-z_][A-Za-z0-9_.-]{0,63}") || column.equals("id")) {
        throw new IllegalArgumentException(
            "column '" + column + "' is no name for a hole, or is id, which the runner draws");
      }
      if (!names.add(column)) {
        throw new IllegalArgumentException("column " + column + " is there twice");
      }
    }
    if (columns.isEmpty() || rows.isEmpty() || rows.size() > MOST_ROWS) {
      throw new IllegalArgumentException(
          columns.size() + " columns and " + rows.size() + " rows: need both, rows to 100,000");
    }
    long chars = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != columns.size()) {
        throw new IllegalArgumentException(
            "row "
                + (i + 1)
                + " has "
                + rows.get(i).size()
                + " values for "
                + columns.size()
                + " columns");
      }
      chars += rows.get(i).stream().mapToLong(String::length).sum();
    }
    if (chars > MOST_CHARS) {
      throw new IllegalArgumentException(chars + " characters of parameters are more than 16 Mi");
    }
  }

  /**
   * @param file RFC 4180 in UTF-8, its first line the columns
   * @throws IllegalArgumentException with the line, when it is not of this form
   */
  public static Parameters csv(Path file, Order order) throws IOException {
    List<List<String>> records = CsvFile.read(file);
    if (records.isEmpty()) {
      throw new IllegalArgumentException(file + " has no line with column names");
    }
    return new Parameters(records.get(0), records.subList(1, records.size()), order);
  }

  /** The numbers from {@code from} to {@code to}, in turn. */
  public static Parameters sequence(String name, int from, int to) {
    if (to < from || (long) to - from >= MOST_ROWS) {
      throw new IllegalArgumentException(
          "sequence " + from + ".." + to + " is not ascending with at most 100,000 numbers");
    }
    return new Parameters(
        List.of(name),
        IntStream.rangeClosed(from, to).mapToObj(n -> List.of(Integer.toString(n))).toList(),
        Order.SEQUENTIAL);
  }

  /** One of the values, drawn evenly. */
  public static Parameters choice(String name, List<String> values) {
    return new Parameters(List.of(name), values.stream().map(List::of).toList(), Order.RANDOM);
  }

  /** Names only: a value may be a credential. */
  @Override
  public String toString() {
    return "Parameters[columns=" + columns + ", " + rows.size() + " rows, " + order + "]";
  }
}
