package dev.fanout.report;

import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.verdict.Audit;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.Verdict;

/** {@code report.md}: fits a pull request. */
public final class MarkdownReport {
  private MarkdownReport() {}

  /** GitHub Flavored Markdown; lines end in {@code \n}. */
  public static String render(Reported reported) {
    Verdict verdict = reported.verdict();
    ReportContent content = new ReportContent(verdict);
    MarkdownWriter out = new MarkdownWriter();
    out.heading(1, verdict.scopedWord());
    out.strong(PlainSentence.of(verdict));
    out.paragraph(verdict.headline());
    out.paragraph(
        "A is "
            + content.topology(VariantLabel.A)
            + ", B is "
            + content.topology(VariantLabel.B)
            + ".");
    out.bullets(verdict.reasons());
    out.table(content.upstream());
    out.table(content.rows());
    out.paragraph(content.howToRead());
    out.table(content.looks());
    out.table(content.audits());
    for (AuditResult audit : verdict.audits()) {
      if (audit.audit() != Audit.SAME_UPSTREAM_REQUEST) {
        out.details(audit.audit().title() + ": evidence", audit.evidence());
      }
    }
    if (!content.naive().isEmpty()) {
      out.table(content.naive());
      out.paragraph(content.naiveSentence());
    }
    StageFigures stages = new StageFigures(content, reported.evidence());
    out.table(stages.table());
    if (!stages.table().isEmpty()) {
      out.paragraph(stages.note());
    }
    ApiTable apis = new ApiTable(content, reported.evidence());
    out.table(apis.odd());
    apis.sentence().ifPresent(out::paragraph);
    out.table(content.counters());
    out.bullets(content.incidents());
    out.bullets(reported.evidence().remarks());
    out.table(content.skipped());
    out.heading(2, "What this does not show");
    out.bullets(content.limits());
    out.heading(2, "How to repeat it");
    out.code(content.command());
    out.table(content.manifest());
    return out.toString();
  }
}
