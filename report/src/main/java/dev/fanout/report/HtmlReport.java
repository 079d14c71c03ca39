package dev.fanout.report;

import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.ChartData.Panel;
import dev.fanout.verdict.Audit;
import dev.fanout.verdict.AuditResult;
import dev.fanout.verdict.Verdict;
import java.util.List;

/**
 * {@code report.html}: one file that needs nothing else. All figures are text; charts are drawn
 * over them where scripts may run. See {@link PageParts} for what keeps data from becoming code.
 */
public final class HtmlReport {
  private final Reported reported;
  private final Verdict verdict;
  private final ReportContent content;
  private final ChartData charts;
  private final ApiTable apis;
  private final HtmlWriter out = new HtmlWriter();

  private HtmlReport(Reported reported) {
    this.reported = reported;
    this.verdict = reported.verdict();
    this.content = new ReportContent(verdict);
    this.charts = new ChartData(content, reported.evidence());
    this.apis = new ApiTable(content, reported.evidence());
  }

  /** A whole page in UTF-8; lines end in {@code \n}. */
  public static String render(Reported reported) {
    return new HtmlReport(reported).render();
  }

  private String render() {
    head();
    header();
    navigation();
    out.raw("<main id=\"content\">\n");
    out.list(verdict.reasons());
    section("rows", "Rows against their margins", this::rows);
    section("audits", "Audits", this::audits);
    section("stages", "Latency by stage", this::stages);
    if (!Judged.of(verdict).isEmpty()) {
      section("replicates", "Replicates", () -> new HtmlPanels(out, content, charts).replicates());
      section(
          "experiment", "The experiment", () -> new HtmlPanels(out, content, charts).experiment());
    }
    if (!apis.isEmpty()) {
      section("apis", "APIs", this::apis);
    }
    section("requests", "Upstream requests and policies", this::requests);
    reported
        .evidence()
        .estate()
        .ifPresent(facts -> section("operations", "The operational side", this::operations));
    section("limits", "What this does not show", () -> out.list(content.limits()));
    section("repeat", "How to repeat it", this::repeat);
    out.raw("</main>\n<div id=\"spoken\" class=\"out\" role=\"status\"></div>\n");
    out.raw("<script type=\"application/json\" id=\"figures\">");
    out.raw(charts.json(apis.json())).raw("</script>\n");
    return out.raw("<script>")
        .raw(PageParts.SCRIPT)
        .raw("</script>\n</body>\n</html>\n")
        .toString();
  }

  private void head() {
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"" + PageParts.policy() + "\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.raw("<title>").text(verdict.scopedWord()).raw(" – fanout</title>\n");
    out.raw("<style>").raw(PageParts.STYLE).raw("</style>\n</head>\n<body>\n");
  }

  private void header() {
    out.raw("<a class=\"skip out\" href=\"#content\">To the content</a>\n");
    out.raw("<header class=\"" + content.tone() + "\">\n<p class=\"product\">fanout</p>\n");
    out.element("h1", verdict.scopedWord()).raw("\n");
    out.element("p class=\"plain\"", PlainSentence.of(verdict)).raw("\n");
    out.element("p class=\"headline\"", verdict.headline()).raw("\n");
    out.raw("<p>A is <b>").text(content.topology(VariantLabel.A));
    out.raw("</b>, B is <b>").text(content.topology(VariantLabel.B)).raw("</b>.</p>\n</header>\n");
  }

  private record Entry(String id, String title, boolean there) {}

  private void navigation() {
    boolean replicates = !Judged.of(verdict).isEmpty();
    out.raw("<nav aria-label=\"Sections\"><ul>\n");
    List.of(
            new Entry("rows", "Rows", true),
            new Entry("audits", "Audits", true),
            new Entry("stages", "Latency", true),
            new Entry("replicates", "Replicates", replicates),
            new Entry("experiment", "Experiment", replicates),
            new Entry("apis", "APIs", !apis.isEmpty()),
            new Entry("requests", "Requests and policies", true),
            new Entry("operations", "Operations", reported.evidence().estate().isPresent()),
            new Entry("limits", "Limits", true),
            new Entry("repeat", "Repeat", true))
        .stream()
        .filter(Entry::there)
        .forEach(
            entry ->
                out.raw("<li><a href=\"#" + entry.id() + "\">")
                    .text(entry.title())
                    .raw("</a></li>\n"));
    out.raw("</ul></nav>\n");
  }

  private void section(String id, String title, Runnable body) {
    out.raw("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">\n");
    out.raw("<h2 id=\"" + id + "-title\">").text(title).raw("</h2>\n");
    body.run();
    out.raw("</section>\n");
  }

  private void rows() {
    new HtmlForest(out, content).write();
    out.table(content.rows());
    out.paragraph(content.howToRead());
    out.table("h3", content.looks());
    if (!content.naive().isEmpty()) {
      out.table("h3", content.naive());
      out.paragraph(content.naiveSentence());
    }
  }

  private void audits() {
    out.table(content.audits());
    for (AuditResult audit : verdict.audits()) {
      if (!audit.evidence().isEmpty() && audit.audit() != Audit.SAME_UPSTREAM_REQUEST) {
        out.raw("<details><summary>").text(audit.audit().title()).raw(": evidence</summary>\n");
        out.list(audit.evidence());
        out.raw("</details>\n");
      }
    }
  }

  private void stages() {
    StageFigures stages = new StageFigures(content, reported.evidence());
    out.table(stages.table());
    out.paragraph(stages.note());
    new HtmlPanels(out, content, charts).charts(Panel.CURVES);
    out.table("h3", content.counters());
    out.list(content.incidents());
    out.list(reported.evidence().remarks());
  }

  private void apis() {
    apis.sentence().ifPresent(out::paragraph);
    new HtmlPanels(out, content, charts).maps();
    out.raw("<details><summary>All figures</summary>\n");
    out.table(apis.all());
    out.raw("</details>\n");
  }

  private void requests() {
    out.table("h3", content.upstream());
    new HtmlPolicies(out, content, reported.evidence()).write();
    out.table("h3", content.skipped());
  }

  private void operations() {
    reported
        .evidence()
        .estate()
        .ifPresent(
            facts -> {
              String a = content.named(VariantLabel.A);
              String b = content.named(VariantLabel.B);
              out.table(OperationalSide.table(facts, a, b));
              out.table("h3", TierLimits.table(facts, a, b));
              out.paragraph(TierLimits.note());
              out.paragraph(OperationalSide.NO_PROBE);
            });
  }

  private void repeat() {
    out.element("pre", content.command()).raw("\n");
    out.paragraph(PoolModels.of(reported).sentence(content.command()));
    out.table("h3", content.manifest());
  }
}
