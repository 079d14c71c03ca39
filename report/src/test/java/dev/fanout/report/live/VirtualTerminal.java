package dev.fanout.report.live;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal as a test: it understands what the view may use and refuses everything else. */
final class VirtualTerminal implements Screen {
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[(\\??)(\\d*)([A-Za-z])");

  private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
  private final List<String> writes = new ArrayList<>();
  private int columns;
  private final int rows;
  private int row;
  private int column;
  private boolean cursorShown = true;

  VirtualTerminal(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int rows() {
    return rows;
  }

  void resize(int newColumns) {
    columns = newColumns;
  }

  List<String> writes() {
    return writes;
  }

  boolean cursorShown() {
    return cursorShown;
  }

  /** What a user sees, also what has scrolled away, without blanks at line ends. */
  List<String> text() {
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  @Override
  public void write(String text) {
    writes.add(text);
    Matcher matcher = SEQUENCE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\u001b') {
        if (!matcher.find(at) || matcher.start() != at) {
          throw new AssertionError("unknown sequence at " + at);
        }
        apply(matcher.group(1), matcher.group(2), matcher.group(3));
        at = matcher.end();
      } else {
        print(c);
        at++;
      }
    }
  }

  private void print(char c) {
    if (c == '\r') {
      column = 0;
    } else if (c == '\n') {
      row++;
      while (lines.size() <= row) {
        lines.add(new StringBuilder());
      }
    } else {
      if (column >= columns) {
        throw new AssertionError("a line is wider than " + columns);
      }
      StringBuilder line = lines.get(row);
      while (line.length() <= column) {
        line.append(' ');
      }
      line.setCharAt(column++, c);
    }
  }

  private void apply(String mark, String number, String command) {
    switch (command) {
      case "A" -> row = Math.max(0, row - Integer.parseInt(number));
      case "K" -> lines.get(row).setLength(Math.min(lines.get(row).length(), column));
      case "J" -> {
        lines.get(row).setLength(Math.min(lines.get(row).length(), column));
        while (lines.size() > row + 1) {
          lines.remove(lines.size() - 1);
        }
      }
      case "m" -> {}
      case "h", "l" -> {
        if (!mark.equals("?")) {
          throw new AssertionError("mode " + number);
        }
        if (number.equals("25")) {
          cursorShown = command.equals("h");
        }
      }
      default -> throw new AssertionError("the view uses " + command);
    }
  }
}
