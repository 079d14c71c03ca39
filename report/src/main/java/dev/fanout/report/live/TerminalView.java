package dev.fanout.report.live;

import dev.fanout.report.TerminalStyle;
import java.util.List;

/**
 * A few lines that change in place at the bottom, and above them what stays to be read, which
 * scrolls as any output does. Each frame is one write that rewrites only the lines that changed,
 * between the marks of a synchronized update, so that nothing flickers; the screen is never cleared
 * and no other screen is used, so that it works in tmux and leaves its last frame behind.
 *
 * <p>Repaints at most every 200 ms, and every second while no event comes. Any thread may call.
 */
public final class TerminalView implements LiveEvents, AutoCloseable {
  private static final String BEGIN = "\u001b[?2026h\u001b[?25l";
  private static final String END = "\u001b[?2026l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String CLEAR_LINE_END = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final long FRAME_NANOS = 200_000_000;
  private static final long TICK_MILLIS = 1_000;

  private final Screen screen;
  private final LiveBoard board;
  private final long start = System.nanoTime();
  private final Thread ticker = new Thread(this::tick, "live-view");
  private List<String> shown = List.of();
  private int shownColumns;
  private long lastFrame;
  private boolean over;

  public TerminalView(Screen screen, TerminalStyle style) {
    this.screen = screen;
    this.board = new LiveBoard(style);
    ticker.setDaemon(true);
  }

  @Override
  public synchronized void began(String title, List<Row> rows) {
    board.began(title, rows);
    paint("");
    if (ticker.getState() == Thread.State.NEW) {
      ticker.start();
    }
  }

  @Override
  public synchronized void progress(String position, double share) {
    board.progress(position, share);
    paintIfDue();
  }

  @Override
  public synchronized void measured(String row, Figures figures) {
    board.measured(row, figures);
    paintIfDue();
  }

  @Override
  public synchronized void said(String sentence) {
    if (!over) {
      paint(LiveBoard.clip(sentence, 1_000));
    }
  }

  @Override
  public synchronized void ended() {
    if (over) {
      return;
    }
    paint("");
    over = true;
    screen.write("\r\n" + SHOW_CURSOR);
    notifyAll();
  }

  @Override
  public void close() {
    ended();
  }

  private synchronized void tick() {
    try {
      while (!over) {
        wait(TICK_MILLIS);
        paintIfDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void paintIfDue() {
    if (!over && System.nanoTime() - lastFrame >= FRAME_NANOS) {
      paint("");
    }
  }

  /**
   * @param above goes above the frame and stays; empty: nothing
   */
  private void paint(String above) {
    if (over) {
      return;
    }
    lastFrame = System.nanoTime();
    int columns = Math.max(20, screen.columns());
    List<String> lines =
        board.lines(
            (System.nanoTime() - start) / 1_000_000_000, columns, Math.max(1, screen.rows() - 1));
    boolean fresh = !above.isEmpty() || columns != shownColumns || lines.size() != shown.size();
    StringBuilder out = new StringBuilder(BEGIN);
    out.append('\r');
    if (shown.size() > 1) {
      out.append("\u001b[").append(shown.size() - 1).append('A');
    }
    if (fresh) {
      out.append(CLEAR_BELOW);
    }
    if (!above.isEmpty()) {
      out.append(above).append("\r\n");
    }
    for (int i = 0; i < lines.size(); i++) {
      if (fresh || !lines.get(i).equals(shown.get(i))) {
        out.append(lines.get(i)).append(CLEAR_LINE_END);
      }
      if (i + 1 < lines.size()) {
        out.append("\r\n");
      }
    }
    out.append(END);
    shown = List.copyOf(lines);
    shownColumns = columns;
    screen.write(out.toString());
  }
}
