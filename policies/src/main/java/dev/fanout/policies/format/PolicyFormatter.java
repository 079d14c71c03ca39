package dev.fanout.policies.format;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.syntax.ParsedPolicy;
import dev.fanout.policies.syntax.PolicyParser;
import java.util.List;
import java.util.Optional;

/**
 * Brings a document into the canonical form that docs/formatting.md describes. Doing it twice is
 * doing it once. Thread-safe.
 */
public final class PolicyFormatter {
  private PolicyFormatter() {}

  /** A document with errors of syntax stays as it is; the result has the errors. */
  public static FormattedPolicy format(SourceText source) {
    return format(PolicyParser.parse(source));
  }

  static FormattedPolicy format(ParsedPolicy parsed) {
    SourceText source = parsed.tree().source();
    List<Issue> errors = parsed.issues().stream().filter(Issue::isError).toList();
    if (!errors.isEmpty()) {
      return new FormattedPolicy(source, List.of(), errors);
    }
    FormattedPolicy formatted =
        new FormattedPolicy(source, DocumentLayout.of(parsed.tree()), List.of());
    Optional<Issue> ambiguity =
        formatted.isChanged() ? Reading.compare(parsed.tree(), formatted.text()) : Optional.empty();
    return ambiguity
        .map(issue -> new FormattedPolicy(source, List.of(), List.of(issue)))
        .orElse(formatted);
  }
}
