package dev.fanout.policies.syntax;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Issues of one document, at most {@link #MOST} of them. */
final class IssueList {
  /** Later ones are counted by a last issue. */
  static final int MOST = 500;

  private final SourceText source;
  private final List<Issue> issues = new ArrayList<>();
  private int dropped;
  private int firstDropped;

  IssueList(SourceText source) {
    this.source = source;
  }

  void error(String code, int start, int end, String message) {
    if (hasRoom(start)) {
      issues.add(Issue.error(code, source.span(start, end), message));
    }
  }

  void error(String code, int start, int end, String message, String hint) {
    if (hasRoom(start)) {
      issues.add(Issue.error(code, source.span(start, end), message).withHint(hint));
    }
  }

  void warning(String code, int start, int end, String message, String hint) {
    if (hasRoom(start)) {
      issues.add(Issue.warning(code, source.span(start, end), message).withHint(hint));
    }
  }

  /** All issues by position. */
  List<Issue> toList() {
    List<Issue> sorted = new ArrayList<>(issues);
    sorted.sort(
        Comparator.comparingInt(issue -> issue.location().map(span -> span.start()).orElse(0)));
    if (dropped > 0) {
      sorted.add(
          Issue.error(
              "POLICY_TOO_MANY_ISSUES",
              source.span(firstDropped, firstDropped),
              "the document has " + dropped + " more issues of syntax"));
    }
    return sorted;
  }

  private boolean hasRoom(int start) {
    if (issues.size() < MOST) {
      return true;
    }
    if (dropped++ == 0) {
      firstDropped = start;
    }
    return false;
  }
}
