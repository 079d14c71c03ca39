package dev.fanout.report.live;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * A line for what stays to be read, and one for the figures of a row at most every so many seconds:
 * for files, pipes and terminals without cursor movement. Nothing but text is written.
 */
public final class PlainView implements LiveEvents {
  private final PrintWriter out;
  private final long start = System.nanoTime();
  private final long everyNanos;
  private String position = "";
  private long lastFigures;

  /**
   * @param everySeconds between two lines of figures; 0: none
   */
  public PlainView(PrintWriter out, int everySeconds) {
    this.out = out;
    this.everyNanos = everySeconds * 1_000_000_000L;
    this.lastFigures = start;
  }

  @Override
  public void progress(String newPosition, double share) {
    if (!newPosition.equals(position)) {
      position = newPosition;
      line(newPosition);
    }
  }

  @Override
  public void measured(String row, Figures figures) {
    long now = System.nanoTime();
    if (everyNanos > 0 && now - lastFigures >= everyNanos) {
      lastFigures = now;
      line("  " + row + "  " + LiveFormat.sentence(figures));
    }
  }

  @Override
  public void said(String sentence) {
    line(sentence);
  }

  private void line(String text) {
    out.printf(Locale.ROOT, "%5.0f s  %s%n", (System.nanoTime() - start) / 1e9, text);
    out.flush();
  }
}
