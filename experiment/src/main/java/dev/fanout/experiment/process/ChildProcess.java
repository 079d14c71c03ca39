package dev.fanout.experiment.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A process that speaks lines of JSON: one when it is ready, then one for each line that it is
 * asked. It ends when its standard input ends, so it cannot outlive us. What it writes to standard
 * error goes to a file.
 *
 * <p>One thread at a time may {@link #ask}; {@link #isAlive} and {@link #close} may come from any.
 */
public final class ChildProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_LINE = 4 * 1024 * 1024;
  private static final int MOST_LINES_WAITING = 64;
  private static final long PATIENCE_AT_CLOSE_MILLIS = 2_000;
  private static final int LONGEST_COMPLAINT = 300;

  /** Of the end of the error file; whatever a process writes, no more is read. */
  private static final int MOST_ERROR_BYTES = 64 * 1024;

  private final String name;
  private final Process process;
  private final Path errorFile;
  private final long errorsStartAt;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(MOST_LINES_WAITING);
  private final JsonNode ready;
  private volatile boolean closing;

  private ChildProcess(
      String name,
      Process process,
      Path errorFile,
      long errorsStartAt,
      Duration readyWithin,
      Duration poll)
      throws EnvironmentFailure, InterruptedException {
    this.name = name;
    this.process = process;
    this.errorFile = errorFile;
    this.errorsStartAt = errorsStartAt;
    Thread reader = new Thread(this::readLines, name + "-stdout");
    reader.setDaemon(true);
    reader.start();
    this.ready = await("ready", readyWithin, poll);
  }

  /**
   * Starts a process and waits until it says that it is ready.
   *
   * @param name what messages call it, "gateway"
   * @param errorFile gets its standard error; appended to when it exists, and what was there before
   *     is never quoted
   * @throws EnvironmentFailure it could not be started, ended, or was not ready in time; nothing is
   *     left running then
   */
  public static ChildProcess start(
      String name, List<String> command, Path errorFile, Duration readyWithin)
      throws EnvironmentFailure, InterruptedException {
    return start(name, command, environment -> {}, errorFile, readyWithin);
  }

  /**
   * The same, with a changed environment.
   *
   * @param environment changes our own variables to those of the process
   */
  public static ChildProcess start(
      String name,
      List<String> command,
      Consumer<Map<String, String>> environment,
      Path errorFile,
      Duration readyWithin)
      throws EnvironmentFailure, InterruptedException {
    Process process;
    long errorsStartAt;
    try {
      errorsStartAt = Files.exists(errorFile) ? Files.size(errorFile) : 0;
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(errorFile.toFile()));
      environment.accept(builder.environment());
      process = builder.start();
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "the " + name + " process could not be started: " + e.getMessage(), e);
    }
    try {
      return new ChildProcess(
          name, process, errorFile, errorsStartAt, readyWithin, Duration.ofMillis(50));
    } catch (EnvironmentFailure | InterruptedException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** What the process said when it was ready. */
  public JsonNode ready() {
    return ready;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Runs once when the process has ended, at once if it already has; not after {@link #close}. */
  public void onUnexpectedEnd(Runnable action) {
    var unused =
        process
            .onExit()
            .thenRun(
                () -> {
                  if (!closing) {
                    action.run();
                  }
                });
  }

  /**
   * Sends a line and waits for the JSON line whose {@code event} is {@code line}.
   *
   * @throws EnvironmentFailure the process ended or did not answer in time
   */
  public JsonNode ask(String line, Duration within)
      throws EnvironmentFailure, InterruptedException {
    try {
      OutputStream out = process.getOutputStream();
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw ended();
    }
    return await(line, within, Duration.ofMillis(20));
  }

  /** Ends its standard input and waits for it to exit; kills it when that takes too long. */
  @Override
  public void close() {
    closing = true;
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy(); // the pipe is broken: the process is ending or has ended
    }
    try {
      if (!process.waitFor(PATIENCE_AT_CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        process.waitFor(PATIENCE_AT_CLOSE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Why the process is gone, as a sentence that says how it ended and what it complained about. */
  public EnvironmentFailure ended() {
    return new EnvironmentFailure("the " + name + " process " + howItEnded() + complaint());
  }

  private String howItEnded() {
    try {
      if (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
        return "closed its pipe";
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "closed its pipe";
    }
    int code = process.exitValue();
    return code > 128 && code < 160
        ? "was killed by signal " + (code - 128)
        : "ended with exit code " + code;
  }

  private String complaint() {
    String last = lastErrorLine();
    return last == null ? "" : ": " + last;
  }

  private @Nullable String lastErrorLine() {
    try {
      String[] all = errors().split("\\R");
      for (int i = all.length - 1; i >= 0; i--) {
        String line = all[i].strip();
        if (!line.isEmpty() && !line.startsWith("at ") && !line.startsWith("...")) {
          return line.length() > LONGEST_COMPLAINT ? line.substring(0, LONGEST_COMPLAINT) : line;
        }
      }
    } catch (IOException e) {
      return null; // no file: there is nothing to quote
    }
    return null;
  }

  /** The end of what was written since this process was started. */
  private String errors() throws IOException {
    try (SeekableByteChannel file = Files.newByteChannel(errorFile)) {
      long from = Math.max(errorsStartAt, file.size() - MOST_ERROR_BYTES);
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, file.size() - from));
      file.position(from);
      while (bytes.hasRemaining() && file.read(bytes) >= 0) {
        // Until the buffer is full, or the file was cut meanwhile.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }

  private JsonNode await(String event, Duration within, Duration poll)
      throws EnvironmentFailure, InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    while (true) {
      String line = lines.poll(poll.toMillis(), TimeUnit.MILLISECONDS);
      if (line != null) {
        JsonNode node = parse(line);
        if (node != null && event.equals(node.path("event").asText())) {
          return node;
        }
      } else if (!process.isAlive() && lines.isEmpty()) {
        throw ended();
      }
      if (System.nanoTime() - deadline > 0) {
        throw new EnvironmentFailure(
            "the "
                + name
                + " process did not answer '"
                + event
                + "' within "
                + within.toMillis()
                + " ms"
                + complaint());
      }
    }
  }

  private static @Nullable JsonNode parse(String line) {
    try {
      return line.startsWith("{") ? JSON.readTree(line) : null;
    } catch (JsonProcessingException e) {
      return null; // not ours: a library that prints
    }
  }

  private void readLines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c != '\n') {
          if (line.length() < LONGEST_LINE) {
            line.append((char) c);
          }
        } else {
          offer(line.toString());
          line.setLength(0);
        }
      }
    } catch (IOException e) {
      return; // the pipe ended with the process
    }
  }

  private void offer(String line) {
    while (!lines.offer(line)) {
      lines.poll(); // nobody waits for the oldest
    }
  }
}
