package dev.fanout.cli;

import dev.fanout.report.live.Screen;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal of this process. Its size is what {@code stty size} says of it, asked for at the
 * start and again in the background at most every ten seconds, since a window may change and a
 * measurement should not notice; where there is no {@code stty}, 80 × 24. The terminal itself is
 * asked nothing: what it answers would end up in the shell.
 */
final class TerminalScreen implements Screen {
  private static final long REFRESH_NANOS = 10_000_000_000L;
  private static final long FIRST_ANSWER_MILLIS = 500;
  private static final Pattern SIZE = Pattern.compile("\\s*(\\d{1,5}) (\\d{1,5})\\s*");

  private final PrintWriter out;
  private volatile int columns = 80;
  private volatile int rows = 24;
  private long asked;

  TerminalScreen(PrintWriter out) {
    this.out = out;
    ask(FIRST_ANSWER_MILLIS);
  }

  @Override
  public int columns() {
    if (System.nanoTime() - asked > REFRESH_NANOS) {
      ask(0);
    }
    return columns;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void write(String text) {
    out.print(text);
    out.flush();
  }

  /**
   * @param waitMillis how long the answer is waited for; it is taken whenever it comes
   */
  private void ask(long waitMillis) {
    asked = System.nanoTime();
    File terminal = new File("/dev/tty");
    if (!terminal.exists()) {
      return;
    }
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var answered = process.onExit().thenAccept(this::take);
      if (waitMillis > 0) {
        answered.get(waitMillis, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException
        | java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException e) {
      // The size stays what it was.
      asked = System.nanoTime();
    }
  }

  private void take(Process process) {
    try {
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher matcher = SIZE.matcher(answer);
      if (matcher.matches() && !matcher.group(1).equals("0") && !matcher.group(2).equals("0")) {
        rows = Integer.parseInt(matcher.group(1));
        columns = Integer.parseInt(matcher.group(2));
      }
    } catch (IOException e) {
      // As above.
      asked = System.nanoTime();
    }
  }
}
