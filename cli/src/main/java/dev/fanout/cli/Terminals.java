package dev.fanout.cli;

import dev.fanout.report.TerminalStyle;
import dev.fanout.report.live.LiveEvents;
import dev.fanout.report.live.PlainView;
import dev.fanout.report.live.TerminalView;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What stands at the other end of the output. */
final class Terminals {
  private static final int SECONDS_BETWEEN_LINES = 10;

  private Terminals() {}

  /** Whether somebody looks. Since JDK 22 there may be a console without a terminal. */
  static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Whether lines can change in place. */
  static boolean canRepaint() {
    return isTerminal() && !"dumb".equals(System.getenv("TERM"));
  }

  /** A view of a measurement that fits the terminal, or lines where there is none. */
  static LiveEvents view(PrintWriter out) {
    return canRepaint()
        ? new TerminalView(
            new TerminalScreen(out),
            TerminalStyle.of(System.getenv(), true, StandardCharsets.UTF_8))
        : new PlainView(out, SECONDS_BETWEEN_LINES);
  }
}
