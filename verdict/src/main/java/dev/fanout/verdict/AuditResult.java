package dev.fanout.verdict;

import java.util.List;
import java.util.Objects;

/**
 * What one audit found.
 *
 * @param finding one sentence without a full stop
 * @param evidence the figures behind it, a line each
 */
public record AuditResult(Audit audit, State state, String finding, List<String> evidence) {
  public AuditResult {
    Objects.requireNonNull(audit, "audit");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(finding, "finding");
    evidence = List.copyOf(evidence);
  }

  static AuditResult of(Audit audit, List<String> failures, String passed, List<String> evidence) {
    return failures.isEmpty()
        ? new AuditResult(audit, State.PASSED, passed, evidence)
        : new AuditResult(audit, State.FAILED, String.join("; ", failures), evidence);
  }

  static AuditResult notDone(Audit audit, String why) {
    return new AuditResult(audit, State.NOT_DONE, why, List.of());
  }

  public boolean failed() {
    return state == State.FAILED;
  }

  /** NOT_DONE: the evidence is missing. */
  public enum State {
    PASSED("passed"),
    FAILED("failed"),
    NOT_DONE("not done");

    private final String text;

    State(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
