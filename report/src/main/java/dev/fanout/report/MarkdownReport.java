package dev.fanout.report;

import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.Table.Column;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** {@code report.md}: fits a pull request or an architecture record. */
public final class MarkdownReport {
  private MarkdownReport() {}

  /** GitHub Flavored Markdown; lines end in {@code \n}. */
  public static String render(Verdict verdict) {
    ReportContent content = new ReportContent(verdict);
    StringBuilder out = new StringBuilder();
    out.append("# ").append(Escape.markdown(verdict.scopedWord())).append("\n\n");
    out.append("**").append(Escape.markdown(verdict.headline())).append("**\n\n");
    out.append("A is ")
        .append(Escape.markdown(content.topology(VariantLabel.A)))
        .append(", B is ")
        .append(Escape.markdown(content.topology(VariantLabel.B)))
        .append(".\n\n");
    bullets(out, verdict.reasons());
    table(out, content.upstream());
    table(out, content.rows());
    out.append(Escape.markdown(content.howToRead())).append("\n\n");
    table(out, content.looks());
    table(out, content.audits());
    evidence(out, verdict);
    if (!content.naive().isEmpty()) {
      table(out, content.naive());
      out.append(Escape.markdown(content.naiveSentence())).append("\n\n");
    }
    table(out, content.stages());
    table(out, content.counters());
    bullets(out, content.incidents());
    table(out, content.skipped());
    out.append("## What this does not show\n\n");
    bullets(out, content.limits());
    out.append("## How to repeat it\n\n");
    out.append(Escape.markdownCode(content.command())).append("\n\n");
    table(out, content.manifest());
    return out.toString().stripTrailing() + "\n";
  }

  private static void evidence(StringBuilder out, Verdict verdict) {
    for (AuditResult audit : verdict.audits()) {
      if (!audit.evidence().isEmpty()
          && audit.audit() != dev.fanout.verdict.Audit.SAME_UPSTREAM_REQUEST) {
        out.append("<details><summary>")
            .append(Escape.markup(audit.audit().title()))
            .append(": evidence</summary>\n\n");
        bullets(out, audit.evidence());
        out.append("</details>\n\n");
      }
    }
  }

  private static void bullets(StringBuilder out, List<String> lines) {
    lines.forEach(line -> out.append("- ").append(Escape.markdown(line)).append('\n'));
    if (!lines.isEmpty()) {
      out.append('\n');
    }
  }

  private static void table(StringBuilder out, Table table) {
    if (table.isEmpty()) {
      return;
    }
    out.append("## ").append(Escape.markdown(table.caption())).append("\n\n");
    out.append(
        table.columns().stream()
            .map(column -> Escape.markdown(column.name()))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    out.append(
        table.columns().stream()
            .map(column -> column.kind() == Table.Kind.NUMBER ? "---:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    for (List<String> row : table.cells()) {
      out.append("|");
      for (int i = 0; i < row.size(); i++) {
        out.append(' ').append(cell(table.columns().get(i), row.get(i))).append(" |");
      }
      out.append('\n');
    }
    out.append('\n');
  }

  private static String cell(Column column, String text) {
    return column.kind() == Table.Kind.CODE ? Escape.markdownCode(text) : Escape.markdown(text);
  }
}
