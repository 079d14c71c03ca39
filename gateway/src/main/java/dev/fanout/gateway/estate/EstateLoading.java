package dev.fanout.gateway.estate;

import dev.fanout.artifacts.EstateReader;
import dev.fanout.artifacts.EstateResult;
import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourceSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads artifact folders for a gateway, and puts what reading and compiling found together. */
public final class EstateLoading {
  /** What the reader says about a policy that compiling would leave out anyway. */
  private static final Set<String> ABOUT_ONE_POLICY =
      Set.of(
          "UNKNOWN_POLICY",
          "UNKNOWN_ELEMENT",
          "UNKNOWN_ATTRIBUTE",
          "INVALID_VALUE",
          "MISSING_ATTRIBUTE",
          "MISSING_ELEMENT",
          "CONFLICTING_ATTRIBUTES",
          "EXPRESSION_NOT_ALLOWED",
          "EXPRESSION_NOT_WHOLE_VALUE",
          "ELEMENT_REPEATED",
          "POLICY_NOT_ALLOWED_HERE",
          "NESTED_FRAGMENT",
          "BASE_IN_FRAGMENT",
          "UNEXPECTED_TEXT");

  private EstateLoading() {}

  /**
   * Reads a folder.
   *
   * @param allowUnsupported turns errors about single policies into warnings: what cannot be run is
   *     left out when the estate is compiled
   */
  public static EstateResult read(Path folder, boolean allowUnsupported) {
    EstateResult result = EstateReader.read(folder);
    List<Issue> issues = new ArrayList<>();
    result.issues().forEach(issue -> issues.add(allowUnsupported ? softened(issue) : issue));
    result.estate().workspaces().keySet().forEach(id -> issues.add(notServed(folder, id)));
    return new EstateResult(result.estate(), issues);
  }

  /** A workspace has a gateway of its own in the cloud, too. */
  private static Issue notServed(Path folder, String workspaceId) {
    return new Issue(
        "GATEWAY_WORKSPACE_NOT_SERVED",
        Severity.WARNING,
        Optional.empty(),
        folder + ": workspace '" + workspaceId + "' is not served",
        Optional.empty());
  }

  /** The reader's issues, then those of compiling that do not say the same of the same place. */
  public static List<Issue> merged(List<Issue> read, List<Issue> compiled) {
    Set<String> places = new HashSet<>();
    read.stream()
        .filter(Issue::isError)
        .forEach(issue -> issue.location().map(SourceSpan::toString).ifPresent(places::add));
    List<Issue> all = new ArrayList<>(read);
    for (Issue issue : compiled) {
      if (!places.contains(issue.location().map(SourceSpan::toString).orElse(""))) {
        all.add(issue);
      }
    }
    return all;
  }

  private static Issue softened(Issue issue) {
    return issue.isError() && ABOUT_ONE_POLICY.contains(issue.code())
        ? new Issue(issue.code(), Severity.WARNING, issue.location(), issue.message(), issue.hint())
        : issue;
  }
}
