package dev.fanout.artifacts.explain;

import dev.fanout.artifacts.ArtifactIssues;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueException;
import dev.fanout.policies.syntax.Similarity;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which names there are, when one is not. */
final class Names {
  private static final int MOST = 10;

  private Names() {}

  /** An issue that offers the names that look alike, or else the first ones. */
  static IssueException unknown(String what, String written, Collection<String> known) {
    Issue issue =
        Issue.error(ArtifactIssues.NOT_FOUND, "there is no " + what + " '" + written + "'");
    Set<String> close = close(written, known);
    if (known.isEmpty()) {
      return new IssueException(List.of(issue.withHint("there is none at all")));
    }
    return new IssueException(
        List.of(
            issue.withHint(
                close.isEmpty()
                    ? "there " + (known.size() == 1 ? "is " : "are ") + list(known)
                    : "did you mean " + list(close) + "?")));
  }

  private static Set<String> close(String written, Collection<String> known) {
    Set<String> close = new LinkedHashSet<>();
    Similarity.closest(written, known).ifPresent(close::add);
    String lower = written.toLowerCase(Locale.ROOT);
    for (String name : known) {
      String other = name.toLowerCase(Locale.ROOT);
      if (!lower.isBlank() && (other.contains(lower) || lower.contains(other))) {
        close.add(name);
      }
    }
    return close;
  }

  private static String list(Collection<String> names) {
    String some =
        names.stream().limit(MOST).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    return names.size() > MOST ? some + " … (" + names.size() + ")" : some;
  }
}
