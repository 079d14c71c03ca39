package dev.fanout.report;

import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.RowState;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import dev.fanout.verdict.VerdictWord;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code junit.xml}, so that a CI server can gate: one case for the verdict, one for each row, one
 * for each audit. Only an equivalent verdict of a planned judgement passes. A row that is open is
 * skipped; the verdict's case says what that means.
 */
public final class JUnitReport {
  private JUnitReport() {}

  /** Lines end in {@code \n}. */
  public static String render(Verdict verdict) {
    ReportContent content = new ReportContent(verdict);
    List<Case> cases = new ArrayList<>();
    cases.add(ofVerdict(verdict, content));
    verdict.rows().forEach(row -> cases.add(ofRow(row, content)));
    verdict.audits().forEach(audit -> cases.add(ofAudit(audit)));
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites>\n  <testsuite name=\"");
    out.append(
        Escape.markup(
            "fanout: "
                + content.named(VariantLabel.A)
                + " against "
                + content.named(VariantLabel.B)
                + ", "
                + content.scope()));
    out.append("\" tests=\"").append(cases.size());
    out.append("\" failures=\"").append(count(cases, "failure"));
    out.append("\" errors=\"").append(count(cases, "error"));
    out.append("\" skipped=\"").append(count(cases, "skipped"));
    out.append("\" timestamp=\"");
    String started = verdict.run().manifest().startedAt().toString();
    out.append(started, 0, Math.min(19, started.length())).append("\">\n");
    cases.forEach(one -> out.append(one.xml()));
    return out.append("  </testsuite>\n</testsuites>\n").toString();
  }

  private static Case ofVerdict(Verdict verdict, ReportContent content) {
    String outcome =
        switch (verdict.word()) {
          case EQUIVALENT -> verdict.exploratory() ? "failure" : "";
          case WITHHELD -> "error";
          case DIFFERENT, INCONCLUSIVE, NOT_ENOUGH_DATA -> "failure";
        };
    String name = verdict.word() == VerdictWord.EQUIVALENT ? verdict.scopedWord() : content.scope();
    return new Case("verdict", "verdict, " + name, outcome, verdict.headline());
  }

  private static Case ofRow(RowVerdict row, ReportContent content) {
    String outcome =
        content.verdict().withheld()
            ? "skipped"
            : row.state() == RowState.EQUIVALENT
                ? ""
                : row.state() == RowState.DIFFERENT ? "failure" : "skipped";
    return new Case(
        "rows",
        row.name() + ", " + content.scope(),
        outcome,
        content.state(row)
            + ", "
            + content.scope()
            + ": A − B "
            + content.difference(row)
            + ", interval "
            + content.interval(row));
  }

  private static Case ofAudit(AuditResult audit) {
    String outcome =
        switch (audit.state()) {
          case PASSED -> "";
          case FAILED -> "error";
          case NOT_DONE -> "skipped";
        };
    return new Case("audits", audit.audit().title(), outcome, audit.finding());
  }

  private static long count(List<Case> cases, String outcome) {
    return cases.stream().filter(one -> one.outcome.equals(outcome)).count();
  }

  /**
   * @param outcome element name, empty when the case passes
   */
  private record Case(String group, String name, String outcome, String message) {
    String xml() {
      String start =
          "    <testcase classname=\"fanout." + group + "\" name=\"" + Escape.markup(name) + "\"";
      return outcome.isEmpty()
          ? start + "/>\n"
          : start
              + ">\n      <"
              + outcome
              + " message=\""
              + Escape.markup(message)
              + "\"/>\n"
              + "    </testcase>\n";
    }
  }
}
