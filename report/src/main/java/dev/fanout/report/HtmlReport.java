package dev.fanout.report;

import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.Table.Column;
import dev.fanout.verdict.Audit;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import dev.fanout.verdict.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * {@code report.html}: one file that needs nothing else. A content security policy in it forbids
 * scripts and every load, so that a name from a user's file could not do harm even if it were not
 * escaped.
 */
public final class HtmlReport {
  private static final String STYLE = resource("report.css");

  private HtmlReport() {}

  /** A whole page in UTF-8; lines end in {@code \n}. */
  public static String render(Verdict verdict) {
    ReportContent content = new ReportContent(verdict);
    StringBuilder out = new StringBuilder();
    head(out, verdict);
    out.append("<header class=\"").append(content.tone()).append("\">\n");
    out.append("<p class=\"product\">fanout</p>\n");
    out.append("<h1>").append(Escape.markup(verdict.scopedWord())).append("</h1>\n");
    out.append("<p class=\"headline\">").append(Escape.markup(verdict.headline())).append("</p>\n");
    out.append("<p>A is <b>").append(Escape.markup(content.topology(VariantLabel.A)));
    out.append("</b>, B is <b>").append(Escape.markup(content.topology(VariantLabel.B)));
    out.append("</b>.</p>\n</header>\n<main>\n");
    list(out, verdict.reasons());
    table(out, content.upstream());
    pictures(out, content);
    table(out, content.rows());
    out.append("<p>").append(Escape.markup(content.howToRead())).append("</p>\n");
    table(out, content.looks());
    table(out, content.audits());
    evidence(out, verdict);
    if (!content.naive().isEmpty()) {
      table(out, content.naive());
      out.append("<p>").append(Escape.markup(content.naiveSentence())).append("</p>\n");
    }
    table(out, content.stages());
    table(out, content.counters());
    list(out, content.incidents());
    table(out, content.skipped());
    out.append("<h2>What this does not show</h2>\n");
    list(out, content.limits());
    out.append("<h2>How to repeat it</h2>\n<pre>");
    out.append(Escape.markup(content.command())).append("</pre>\n");
    table(out, content.manifest());
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void head(StringBuilder out, Verdict verdict) {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    out.append(" style-src 'unsafe-inline'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.append("<title>").append(Escape.markup(verdict.scopedWord())).append(" – fanout</title>\n");
    out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
  }

  private static void pictures(StringBuilder out, ReportContent content) {
    out.append(
        "<section class=\"pictures\" aria-label=\"Interval of each row against its margin\">\n");
    for (RowVerdict row : content.verdict().rows()) {
      String state = content.state(row);
      String spoken =
          row.name()
              + ": A − B "
              + content.difference(row)
              + ", interval "
              + content.interval(row)
              + ", margin "
              + Wording.margin(row.row())
              + ", "
              + state
              + ", "
              + content.scope();
      out.append("<figure><figcaption>").append(Escape.markup(row.name()));
      out.append(" <span class=\"state\">").append(Escape.markup(state)).append("</span>");
      out.append("</figcaption>");
      out.append(IntervalPicture.svg(row, stateClass(content, row), spoken));
      out.append("<p class=\"figures\">").append(Escape.markup(content.interval(row)));
      out.append(" <span>margin ");
      out.append(Escape.markup(Wording.margin(row.row())));
      out.append("</span></p></figure>\n");
    }
    out.append(
        "<p class=\"key\">Band: within the margins. Bar: interval, with its mean. Small dots:");
    out.append(" the replicates. Zero in the middle, left of it A is lower.</p>\n</section>\n");
  }

  private static String stateClass(ReportContent content, RowVerdict row) {
    if (content.verdict().withheld()) {
      return "none";
    }
    return switch (row.state()) {
      case EQUIVALENT -> "good";
      case DIFFERENT -> "bad";
      case OPEN -> "open";
      case NOT_ENOUGH_DATA -> "none";
    };
  }

  private static void evidence(StringBuilder out, Verdict verdict) {
    for (AuditResult audit : verdict.audits()) {
      if (!audit.evidence().isEmpty() && audit.audit() != Audit.SAME_UPSTREAM_REQUEST) {
        out.append("<details><summary>").append(Escape.markup(audit.audit().title()));
        out.append(": evidence</summary>\n");
        list(out, audit.evidence());
        out.append("</details>\n");
      }
    }
  }

  private static void list(StringBuilder out, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    out.append("<ul>\n");
    lines.forEach(line -> out.append("<li>").append(Escape.markup(line)).append("</li>\n"));
    out.append("</ul>\n");
  }

  private static void table(StringBuilder out, Table table) {
    if (table.isEmpty()) {
      return;
    }
    out.append("<h2>").append(Escape.markup(table.caption())).append("</h2>\n");
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    out.append(Escape.markup(table.caption())).append("\">\n<table>\n<thead><tr>");
    for (Column column : table.columns()) {
      out.append("<th scope=\"col\"").append(style(column)).append('>');
      out.append(Escape.markup(column.name())).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.cells()) {
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        Column column = table.columns().get(i);
        String tag = i == 0 ? "th scope=\"row\"" : "td";
        out.append('<').append(tag).append(style(column)).append('>');
        out.append(Escape.markup(row.get(i))).append(i == 0 ? "</th>" : "</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n</div>\n");
  }

  private static String style(Column column) {
    return switch (column.kind()) {
      case TEXT -> "";
      case NUMBER -> " class=\"number\"";
      case CODE -> " class=\"code\"";
    };
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
