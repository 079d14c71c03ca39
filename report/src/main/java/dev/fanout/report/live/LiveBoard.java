package dev.fanout.report.live;

import dev.fanout.report.TerminalStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a view shows at one moment, as lines. Not thread-safe. */
final class LiveBoard {
  private static final int BAR = 24;
  private static final int HISTORY = 24;
  private static final String LEVELS = "▁▂▃▄▅▆▇█";
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  private final TerminalStyle style;
  private final Map<String, State> rows = new LinkedHashMap<>();
  private String title = "";
  private String position = "";
  private double share = -1;
  private @Nullable State newest;

  LiveBoard(TerminalStyle style) {
    this.style = style;
  }

  private static final class State {
    final String name;
    final String description;
    final Deque<Double> history = new ArrayDeque<>();
    @Nullable Figures figures;

    State(LiveEvents.Row row) {
      this.name = row.name();
      this.description = row.description();
    }
  }

  void began(String newTitle, List<LiveEvents.Row> newRows) {
    title = newTitle;
    rows.clear();
    newRows.forEach(row -> rows.put(row.name(), new State(row)));
  }

  void progress(String newPosition, double newShare) {
    position = newPosition;
    share = newShare;
  }

  void measured(String row, Figures figures) {
    State state = rows.computeIfAbsent(row, name -> new State(new LiveEvents.Row(name, "")));
    state.figures = figures;
    state.history.addLast(figures.passedPerSecond());
    if (state.history.size() > HISTORY) {
      state.history.removeFirst();
    }
    newest = state;
  }

  /**
   * @param columns lines are cut to one less, so that no terminal wraps them
   */
  List<String> lines(long elapsedSeconds, int columns, int most) {
    List<String> lines = new ArrayList<>();
    lines.add(
        paint(BOLD, clip(title, columns - 1))
            + paint(DIM, clip("  " + position, columns - 1 - title.length())));
    lines.add(clip(bar(elapsedSeconds), columns - 1));
    if (!rows.isEmpty()) {
      int name = rows.values().stream().mapToInt(row -> row.name.length()).max().orElse(1);
      int width = Math.max(4, Math.min(24, name));
      lines.add("");
      lines.add(
          paint(
              DIM,
              clip(
                  "  "
                      + LiveFormat.left("", width)
                      + "      req/s       p50       p95       p99   errors  in flight  interval",
                  columns - 1)));
      for (State row : rows.values()) {
        lines.add(line(row, width, columns - 1));
      }
    }
    return lines.size() > most ? lines.subList(0, Math.max(1, most)) : lines;
  }

  private String bar(long elapsedSeconds) {
    String clock = LiveFormat.clock(elapsedSeconds);
    if (share < 0) {
      return "  " + clock;
    }
    double within = Math.min(1, share);
    int full = (int) Math.round(within * BAR);
    String done = (style.unicode() ? "━" : "#").repeat(full);
    String open = (style.unicode() ? "─" : "-").repeat(BAR - full);
    String left =
        within > 0.02 && within < 1
            ? "   about "
                + LiveFormat.clock(Math.round(elapsedSeconds / within * (1 - within)))
                + " left"
            : "";
    return "  " + clock + "  " + done + open + "  " + Math.round(within * 100) + " %" + left;
  }

  private String line(State row, int width, int columns) {
    Figures figures = row.figures;
    String name = LiveFormat.left(clip(row.name, width), width);
    if (figures == null) {
      return "  " + name + paint(DIM, clip("  " + row.description, columns - width - 2));
    }
    String numbers =
        LiveFormat.right(LiveFormat.rate(figures.passedPerSecond()), 11)
            + LiveFormat.right(LiveFormat.time(figures.p50Nanos()), 10)
            + LiveFormat.right(LiveFormat.time(figures.p95Nanos()), 10)
            + LiveFormat.right(LiveFormat.time(figures.p99Nanos()), 10);
    String errors = LiveFormat.right(String.valueOf(figures.errors()), 9);
    String flight =
        LiveFormat.right(
            figures.inFlight().isPresent()
                ? String.valueOf(Math.round(figures.inFlight().getAsDouble()))
                : "–",
            11);
    String tail = flight + "  " + LiveFormat.left(figures.label(), 8) + "  " + history(row);
    int room = columns - 2 - width - numbers.length() - errors.length();
    if (room < 0) {
      return clip("  " + name + numbers + errors, columns);
    }
    boolean active = row == newest;
    return "  "
        + (active ? paint(BOLD, name) : name)
        + (active ? paint(GREEN, numbers) : numbers)
        + (figures.errors() > 0 ? paint(RED, errors) : errors)
        + clip(tail, room);
  }

  /** Throughput of the last intervals, each as a share of the highest. */
  private String history(State row) {
    double most = row.history.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (!style.unicode() || most <= 0) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    for (double value : row.history) {
      int level = (int) Math.round(value / most * (LEVELS.length() - 1));
      out.append(LEVELS.charAt(Math.max(0, level)));
    }
    return out.toString();
  }

  private String paint(String code, String text) {
    return style.colour() && !text.isEmpty() ? code + text + PLAIN : text;
  }

  /** Control characters would move the cursor. */
  static String clip(String text, int width) {
    String shown = text.replaceAll("\\p{Cntrl}", "?");
    return shown.length() <= width ? shown : shown.substring(0, Math.max(0, width));
  }
}
