package dev.fanout.load.export;

import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180 with {@code \n}. */
final class Csv {
  private Csv() {}

  static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\n";
  }

  private static String cell(String text) {
    boolean plain =
        !text.isEmpty()
            && text.chars().allMatch(c -> c != ',' && c != '"' && c != '\n' && c != '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
