package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.diagnostics.Severity;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A report for people. */
public final class TextReport {
  private TextReport() {}

  /** All findings with their source lines, and one line at the end. */
  public static String render(LintReport report) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : report.findings()) {
      out.append(IssueRenderer.render(finding.issue()));
      int others = finding.alsoIn().size();
      if (others > 0) {
        out.append("      = also in: ").append(finding.alsoIn().get(0));
        out.append(others == 1 ? "" : " and " + count(others - 1, "more file"));
        out.append(" with the same text");
        out.append('\n');
      }
      out.append('\n');
    }
    return out.append(lastLine(report)).append('\n').toString();
  }

  /** What was looked at, and findings by code: the worst first, then the most frequent. */
  public static String summary(LintReport report) {
    LintCounts counts = report.counts();
    StringBuilder out = new StringBuilder();
    row(out, "documents", counts.documents());
    row(out, "  unreadable", counts.unreadable());
    row(out, "expressions", counts.expressions());
    row(out, "  that do not compile", counts.broken());
    row(out, "  not checked", counts.unchecked());
    row(out, "findings", report.findings().size());
    report.byCode().entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> code) -> severity(report, code))
                .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
        .forEach(code -> out.append(codeRow(report, code)));
    row(out, "suppressed", report.suppressed().size());
    return out.toString();
  }

  private static void row(StringBuilder out, String label, int count) {
    out.append(String.format(Locale.ROOT, "%-42s %7d%n", label, count).replace("\r\n", "\n"));
  }

  private static String codeRow(LintReport report, Map.Entry<String, Integer> code) {
    long files =
        report.findings().stream()
            .filter(finding -> finding.issue().code().equals(code.getKey()))
            .flatMap(f -> Stream.concat(Stream.of(f.file()), f.alsoIn().stream()))
            .distinct()
            .count();
    String severity =
        switch (severity(report, code)) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case INFO -> "note";
        };
    return String.format(
        Locale.ROOT,
        "  %-40s %7d  %-7s in %s\n",
        code.getKey(),
        code.getValue(),
        severity,
        count(files, "file"));
  }

  /** Of a code whose findings differ, the worst one. */
  private static Severity severity(LintReport report, Map.Entry<String, Integer> code) {
    return report.findings().stream()
        .map(Finding::issue)
        .filter(issue -> issue.code().equals(code.getKey()))
        .map(Issue::severity)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String lastLine(LintReport report) {
    String findings =
        count(report.count(Severity.ERROR), "error")
            + ", "
            + count(report.count(Severity.WARNING), "warning")
            + ", "
            + count(report.count(Severity.INFO), "note");
    String suppressed =
        report.suppressed().isEmpty() ? "" : ", " + report.suppressed().size() + " suppressed";
    return findings + suppressed + " in " + count(report.counts().documents(), "document");
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
