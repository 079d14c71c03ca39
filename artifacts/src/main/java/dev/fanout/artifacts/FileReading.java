package dev.fanout.artifacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.catalog.OpenApiReader;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads single files of an artifact folder. Keeps nothing, so that threads can share it. */
final class FileReading {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST_JSON = 4 << 20;
  private static final long LONGEST_POLICY = 4 << 20;
  private static final long LONGEST_SPECIFICATION = 16 << 20;

  private final ArtifactFiles files;
  private final String folder;

  /** {@code folder}: what messages call it, empty for files in memory. */
  FileReading(ArtifactFiles files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  /** What messages call a file. */
  String name(String path) {
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  Parsed<SourceText> policyText(String path) {
    return text(path, LONGEST_POLICY);
  }

  /** Messages never quote a file that may hold secrets: a named value or a backend. */
  Parsed<JsonFile> json(String path) {
    boolean secret = path.startsWith("named values/") || path.startsWith("backends/");
    Parsed<SourceText> source = text(path, LONGEST_JSON);
    return source
        .value()
        .map(text -> json(text, secret))
        .orElseGet(() -> new Parsed<>(Optional.empty(), source.issues()));
  }

  /**
   * @param queryParametersInTemplate as in {@link OpenApiReader#read(SourceText, boolean)}
   */
  Parsed<OpenApiReader.Result> specification(String path, boolean queryParametersInTemplate) {
    Parsed<SourceText> source = text(path, LONGEST_SPECIFICATION);
    if (source.value().isEmpty()) {
      return new Parsed<>(Optional.empty(), source.issues());
    }
    OpenApiReader.Result result =
        OpenApiReader.read(source.value().get(), queryParametersInTemplate);
    return new Parsed<>(Optional.of(result), result.issues());
  }

  private static Parsed<JsonFile> json(SourceText source, boolean secret) {
    try {
      JsonNode root = JSON.readTree(source.text());
      JsonFile file = new JsonFile(source, root.path("properties"), secret);
      if (!file.properties().isObject()) {
        return Parsed.wrong(
            file.issue(
                Severity.ERROR, ArtifactIssues.JSON, "properties", "there is no 'properties'"));
      }
      return Parsed.of(file);
    } catch (JsonProcessingException e) {
      return Parsed.wrong(broken(source, e, secret));
    }
  }

  /** The parser's own message may quote the file. */
  private static Issue broken(SourceText source, JsonProcessingException e, boolean secret) {
    int offset = e.getLocation() == null ? 0 : (int) Math.max(0, e.getLocation().getCharOffset());
    SourceSpan span =
        source.span(Math.min(offset, source.length()), Math.min(offset, source.length()));
    if (secret) {
      return Issue.error(ArtifactIssues.JSON, ArtifactIssues.hidden(span), "not JSON");
    }
    String message = e.getOriginalMessage().strip().replaceAll("\\s+", " ");
    return Issue.error(ArtifactIssues.JSON, span, "not JSON: " + message);
  }

  private Parsed<SourceText> text(String path, long longest) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(files.bytes(path, longest)))
              .toString();
      return Parsed.of(
          SourceText.of(name(path), text.startsWith("\uFEFF") ? text.substring(1) : text));
    } catch (CharacterCodingException e) {
      return Parsed.wrong(unreadable(path, "not UTF-8 text"));
    } catch (IOException e) {
      return Parsed.wrong(unreadable(path, ArtifactIssues.reason(e)));
    }
  }

  private Issue unreadable(String path, String why) {
    return ArtifactIssues.of(name(path), ArtifactIssues.FILE, Severity.ERROR, why);
  }
}
