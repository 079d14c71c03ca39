package dev.fanout.report;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal can show.
 *
 * @param colour whether escape sequences are wanted
 * @param unicode whether more than ASCII can be encoded
 * @param columns width in characters, from 40
 */
public record TerminalStyle(boolean colour, boolean unicode, int columns) {
  /** No colour, all characters, wide: for files and for tests. */
  public static final TerminalStyle PLAIN = new TerminalStyle(false, true, 140);

  private static final int USUAL_COLUMNS = 120;
  private static final int NARROWEST = 40;

  public TerminalStyle {
    if (columns < NARROWEST) {
      throw new IllegalArgumentException("columns " + columns + " is below " + NARROWEST);
    }
  }

  /**
   * From the environment: {@code NO_COLOR} (any value) switches colour off, as {@code TERM=dumb}
   * and a stream that is no terminal do; {@code COLUMNS} gives the width where it is set.
   */
  public static TerminalStyle of(
      Map<String, String> environment, boolean terminal, Charset charset) {
    String noColour = environment.getOrDefault("NO_COLOR", "");
    boolean dumb = "dumb".equals(environment.get("TERM"));
    return new TerminalStyle(
        terminal && noColour.isEmpty() && !dumb,
        charset.newEncoder().canEncode("━●±−µ✓"),
        columns(environment.get("COLUMNS")));
  }

  private static int columns(@Nullable String text) {
    if (text == null || !text.matches("[0-9]{1,4}")) {
      return USUAL_COLUMNS;
    }
    return Math.max(NARROWEST, Integer.parseInt(text));
  }
}
