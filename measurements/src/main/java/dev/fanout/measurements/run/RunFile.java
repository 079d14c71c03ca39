package dev.fanout.measurements.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The {@code run.json} of a run that goes on. Each change writes the whole file beside the old one,
 * forces it to disk and renames it: at every moment the folder holds one complete file, the newest
 * or the one before. On a full disk the old file stays and the change throws.
 *
 * <p>Safe for use from several threads.
 */
public final class RunFile {
  public static final String NAME = "run.json";

  private final Path file;
  private final ObjectMapper mapper = RunJson.mapper();
  private Run run;

  private RunFile(Path file, Run run) {
    this.file = file;
    this.run = run;
  }

  /**
   * Creates the folder where needed and writes the plan, before the first trial.
   *
   * @throws IssueException {@code RUN_NOT_WRITTEN}, also when the folder holds a run already
   */
  public static RunFile create(Path folder, Run planned) {
    Path file = folder.resolve(NAME);
    if (Files.exists(file)) {
      throw failure(file, "a run is in the folder already", "choose another --out");
    }
    RunFile created = new RunFile(file, planned);
    created.update(same -> same);
    return created;
  }

  /** As last written. */
  public synchronized Run run() {
    return run;
  }

  public Path path() {
    return file;
  }

  /**
   * Changes the run and writes it. After a failed write the run is the one before the change.
   *
   * @throws IssueException {@code RUN_NOT_WRITTEN}
   */
  public synchronized Run update(UnaryOperator<Run> change) {
    Run changed = change.apply(run);
    write(json(changed));
    run = changed;
    return changed;
  }

  private byte[] json(Run changed) {
    try {
      String text = mapper.writeValueAsString(changed);
      return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a run that has no JSON form", e);
    }
  }

  private void write(byte[] json) {
    Path next = file.resolveSibling(NAME + ".next");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer bytes = ByteBuffer.wrap(json);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      rename(next);
    } catch (IOException e) {
      throw failure(file, reason(e), "free some disk space or choose another --out");
    }
  }

  private void rename(Path next) throws IOException {
    try {
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static IssueException failure(Path file, String why, String hint) {
    return new IssueException(
        List.of(
            Issue.error("RUN_NOT_WRITTEN", "cannot write " + file + ": " + why).withHint(hint)));
  }
}
