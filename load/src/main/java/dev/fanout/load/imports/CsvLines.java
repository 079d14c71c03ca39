package dev.fanout.load.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 4180, one record after another; a quoted cell may have line ends in it. */
final class CsvLines {
  private static final int LONGEST_RECORD = 1 << 20;

  private final BufferedReader in;
  private int line;

  CsvLines(BufferedReader in) {
    this.in = in;
  }

  /** The line, from 1, at which the last record ended. */
  int line() {
    return line;
  }

  /**
   * @return null at the end
   * @throws IllegalArgumentException for a record that does not end, or is too long
   */
  @Nullable List<String> next() throws IOException {
    String text = in.readLine();
    if (text == null) {
      return null;
    }
    line++;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int at = 0;
    while (true) {
      if (at == text.length()) {
        if (!quoted) {
          cells.add(cell.toString());
          return cells;
        }
        String more = in.readLine();
        if (more == null || cell.length() > LONGEST_RECORD) {
          throw new IllegalArgumentException("line " + line + ": a quoted cell does not end");
        }
        line++;
        cell.append('\n');
        text = more;
        at = 0;
        continue;
      }
      char c = text.charAt(at++);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (at < text.length() && text.charAt(at) == '"') {
          cell.append('"');
          at++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.length() == 0) {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
  }
}
