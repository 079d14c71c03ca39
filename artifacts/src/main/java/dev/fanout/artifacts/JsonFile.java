package dev.fanout.artifacts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.diagnostics.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * A JSON file of an entity.
 *
 * @param properties its {@code properties}
 * @param secret whether its text must not be shown
 */
record JsonFile(SourceText source, JsonNode properties, boolean secret) {
  String text(String key) {
    return properties.path(key).asText("");
  }

  Optional<String> optional(String key) {
    JsonNode value = properties.path(key);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** An issue about a key, at its first place in the file; a secret file's text is not shown. */
  Issue issue(Severity severity, String code, String key, String message) {
    SourceSpan span = secret ? ArtifactIssues.hidden(span(key)) : span(key);
    return new Issue(code, severity, Optional.of(span), message, Optional.empty());
  }

  Issue error(String key, String message) {
    return issue(Severity.ERROR, ArtifactIssues.VALUE, key, message);
  }

  private SourceSpan span(String key) {
    String quoted = '"' + key + '"';
    int start = source.text().indexOf(quoted);
    return start < 0 ? source.span(0, 0) : source.span(start, start + quoted.length());
  }

  /** The last segment of a resource id such as {@code /apiVersionSets/orders}. */
  static String lastSegment(String resourceId) {
    List<String> parts = List.of(resourceId.split("/"));
    return parts.isEmpty() ? "" : parts.get(parts.size() - 1);
  }
}
