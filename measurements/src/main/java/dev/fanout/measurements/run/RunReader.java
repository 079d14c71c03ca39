package dev.fanout.measurements.run;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads {@code run.json}, of every schema version that was ever released. Properties that it does
 * not know are passed over, so that an additive change needs no new version.
 */
public final class RunReader {
  /** Larger files are refused; a run of 24 replicates takes some 200 kB. */
  public static final long LARGEST_BYTES = 64L << 20;

  private RunReader() {}

  /**
   * @param path the run folder or the file in it
   * @throws IssueException {@code RUN_NOT_FOUND}, {@code RUN_TOO_LARGE}, {@code RUN_NOT_JSON},
   *     {@code RUN_VERSION_UNKNOWN}, {@code RUN_INVALID}
   */
  public static Run read(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve(RunFile.NAME) : path;
    if (!Files.isRegularFile(file)) {
      throw new IssueException(
          List.of(
              Issue.error("RUN_NOT_FOUND", "there is no " + RunFile.NAME + " at " + path)
                  .withHint("name a folder that 'fanout bench' wrote")));
    }
    try {
      long bytes = Files.size(file);
      if (bytes > LARGEST_BYTES) {
        throw new IssueException(
            List.of(
                Issue.error(
                    "RUN_TOO_LARGE",
                    file + " has " + bytes + " bytes; at most " + LARGEST_BYTES + " are read")));
      }
      return read(SourceText.of(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IssueException(
          List.of(Issue.error("RUN_NOT_FOUND", "cannot read " + file + ": " + e.getMessage())));
    }
  }

  /** As {@link #read(Path)}, from a text. */
  public static Run read(SourceText source) {
    ObjectMapper mapper = RunJson.mapper();
    try {
      JsonNode tree = mapper.readTree(source.text());
      if (!tree.isObject()) {
        throw new IssueException(
            List.of(Issue.error("RUN_NOT_JSON", source.name() + " holds no JSON object")));
      }
      JsonNode version = tree.path("schemaVersion");
      if (!version.isInt() || version.intValue() < 1 || version.intValue() > Run.SCHEMA_VERSION) {
        throw new IssueException(List.of(unknownVersion(source, version)));
      }
      return mapper.readValue(source.text(), Run.class);
    } catch (JsonMappingException e) {
      throw new IssueException(List.of(invalid(source, e)));
    } catch (JsonProcessingException e) {
      throw new IssueException(List.of(notJson(source, e)));
    }
  }

  private static Issue unknownVersion(SourceText source, JsonNode version) {
    String found = version.isMissingNode() ? "none" : version.toString();
    return Issue.error(
            "RUN_VERSION_UNKNOWN",
            source.name()
                + " has schema version "
                + found
                + "; this version reads 1 to "
                + Run.SCHEMA_VERSION)
        .withHint("a newer fanout wrote it: update, or judge it there");
  }

  private static Issue notJson(SourceText source, JsonProcessingException e) {
    int offset = offset(source, e.getLocation());
    return Issue.error(
            "RUN_NOT_JSON", source.span(offset, offset), "not JSON: " + e.getOriginalMessage())
        .withHint("the file is damaged; run.json.next beside it may be a complete newer one");
  }

  private static Issue invalid(SourceText source, JsonMappingException e) {
    int offset = offset(source, e.getLocation());
    String place =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String why =
        cause instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : cause.getMessage();
    return Issue.error(
        "RUN_INVALID", source.span(offset, offset), (place.isEmpty() ? "" : place + ": ") + why);
  }

  private static int offset(SourceText source, JsonLocation location) {
    long offset = location == null ? 0 : location.getCharOffset();
    return (int) Math.max(0, Math.min(offset, source.length()));
  }
}
