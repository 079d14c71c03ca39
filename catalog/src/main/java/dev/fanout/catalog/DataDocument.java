package dev.fanout.catalog;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A parsed YAML or JSON text.
 *
 * @param root absent when the text is empty or broken
 * @param issues at most one: both parsers stop at the first mistake
 */
public record DataDocument(Optional<DataNode> root, List<Issue> issues) {
  /** Deeper than any honest file, and far from the end of a thread's stack. */
  static final int DEEPEST = 200;

  static DataDocument of(DataNode root) {
    return new DataDocument(Optional.of(root), List.of());
  }

  static DataDocument broken(Issue issue) {
    return new DataDocument(Optional.empty(), List.of(issue));
  }

  /**
   * JSON when the name ends in {@code .json}, else YAML.
   *
   * @param code of the issue when it is broken
   * @param longest in UTF-16 units; more is an issue
   */
  public static DataDocument parse(SourceText source, String code, int longest) {
    if (source.length() > longest) {
      return broken(
          Issue.error(
              code,
              source.span(0, 0),
              "the file has " + source.length() + " characters; the limit is " + longest));
    }
    return source.name().toLowerCase(Locale.ROOT).endsWith(".json")
        ? new JsonDocumentParser(source, code).parse()
        : new YamlDocumentParser(source, code).parse();
  }
}
