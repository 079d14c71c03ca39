package dev.fanout.policies.format;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import dev.fanout.policies.PolicyFormat;
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

  /**
   * Expressions stay as they are written. A document with errors of syntax stays as it is; the
   * result has the errors.
   */
  public static FormattedPolicy format(SourceText source) {
    return format(PolicyParser.parse(source), Optional.empty());
  }

  /**
   * As {@link #format(SourceText)}, with all expressions in one format. Where the layout or the
   * format would change what code is, the document stays as it is, and the result says why.
   */
  public static FormattedPolicy format(SourceText source, PolicyFormat format) {
    return format(PolicyParser.parse(source), Optional.of(format));
  }

  static FormattedPolicy format(ParsedPolicy parsed, Optional<PolicyFormat> format) {
    SourceText source = parsed.tree().source();
    List<Issue> errors = parsed.issues().stream().filter(Issue::isError).toList();
    if (!errors.isEmpty()) {
      return new FormattedPolicy(source, List.of(), errors);
    }
    FormattedPolicy formatted =
        new DocumentLayout(parsed.tree(), ExpressionForm.of(format)).format();
    if (!formatted.isChanged()) {
      return formatted;
    }
    return new Reading(format.isPresent())
        .compare(parsed.tree(), formatted.text())
        .map(issue -> new FormattedPolicy(source, List.of(), List.of(issue)))
        .orElse(formatted);
  }
}
