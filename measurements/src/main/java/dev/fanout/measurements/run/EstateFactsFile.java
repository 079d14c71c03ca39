package dev.fanout.measurements.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes and reads {@code estate.json} in a run folder. */
public final class EstateFactsFile {
  public static final String NAME = "estate.json";

  /** Larger files are refused. */
  static final long LARGEST_BYTES = 16L << 20;

  private EstateFactsFile() {}

  /** Lines end in {@code \n}; the same facts give the same bytes. */
  public static void write(Path folder, EstateFacts facts) throws IOException {
    String json;
    try {
      json = RunJson.mapper().writeValueAsString(facts).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts that have no JSON form", e);
    }
    Files.writeString(folder.resolve(NAME), json, StandardCharsets.UTF_8);
  }

  /**
   * Empty for a folder without the file, as runs that were made before it have none.
   *
   * @throws IssueException {@code ESTATE_FACTS_INVALID}
   */
  public static Optional<EstateFacts> read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw invalid(file, "it has more than " + LARGEST_BYTES + " bytes", null);
      }
      return Optional.of(RunJson.mapper().readValue(Files.readString(file), EstateFacts.class));
    } catch (JsonProcessingException e) {
      throw invalid(file, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw invalid(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static IssueException invalid(
      Path file, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    IssueException exception =
        new IssueException(
            List.of(
                Issue.error("ESTATE_FACTS_INVALID", "cannot read " + file + ": " + why)
                    .withHint("a report does without the file: remove it")));
    if (cause != null) {
      exception.initCause(cause);
    }
    return exception;
  }
}
