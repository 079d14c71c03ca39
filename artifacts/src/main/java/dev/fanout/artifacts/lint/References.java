package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.lint.Findings;
import dev.fanout.policies.syntax.Similarity;
import java.util.Collection;
import java.util.Optional;

/** Findings about names that nothing has. */
final class References {
  private References() {}

  static void unknown(
      SourceSpan span, String kind, String name, Collection<String> names, Findings findings) {
    String message = "the estate has no " + kind + " '" + name + "'";
    Optional<String> close = Similarity.closest(name, names);
    if (close.isPresent()) {
      findings.add(span, message, "did you mean '" + close.get() + "'?");
    } else if (names.isEmpty()) {
      findings.add(span, message, "it has no " + kind + " at all; is the folder complete?");
    } else {
      findings.add(span, message);
    }
  }
}
