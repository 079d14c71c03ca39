package dev.fanout.report;

import dev.fanout.measurements.run.EstateFacts;
import dev.fanout.measurements.run.Run;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.VariantLabel;
import dev.fanout.report.Table.Column;
import dev.fanout.verdict.RowVerdict;
import dev.fanout.verdict.Verdict;
import dev.fanout.verdict.Wording;
import java.util.List;
import java.util.Optional;

/** {@code decision.md}: one page to paste into an architecture decision record. */
public final class DecisionRecord {
  private final Reported reported;
  private final Verdict verdict;
  private final Run run;
  private final ReportContent content;
  private final MarkdownWriter out = new MarkdownWriter();

  private DecisionRecord(Reported reported) {
    this.reported = reported;
    this.verdict = reported.verdict();
    this.run = verdict.run();
    this.content = new ReportContent(verdict);
  }

  /** GitHub Flavored Markdown; lines end in {@code \n}. */
  public static String render(Reported reported) {
    return new DecisionRecord(reported).render();
  }

  private String render() {
    String a = content.named(VariantLabel.A);
    String b = content.named(VariantLabel.B);
    out.heading(1, "Decision: " + a + " or " + b);
    out.heading(2, "Question");
    out.paragraph(
        "Many APIs go to one upstream: which way to model them in Azure API Management, "
            + content.topology(VariantLabel.A)
            + " or "
            + content.topology(VariantLabel.B)
            + "?");
    out.heading(2, "Estate");
    out.bullets(estate());
    out.heading(2, "Options");
    out.bullets(
        List.of(
            a + ": " + TopologyWords.of(content.topology(VariantLabel.A)),
            b + ": " + TopologyWords.of(content.topology(VariantLabel.B))));
    out.heading(2, "Same upstream requests");
    out.paragraph(equality());
    out.heading(2, "Verdict");
    out.strong(verdict.headline());
    out.bullets(verdict.reasons());
    out.table(rows());
    out.paragraph(PoolModels.of(reported).sentence(content.command()));
    out.heading(2, "What this does not show");
    out.bullets(notShown());
    operations(a, b);
    out.heading(2, "Recommendation");
    out.bullets(new Recommendation(reported, content).lines());
    out.heading(2, "How to check this");
    out.bullets(
        List.of(
            "Run: "
                + reported
                    .evidence()
                    .runHash()
                    .map(hash -> "SHA-256 of run.json " + hash)
                    .orElse("run.json was not at hand")
                + ", started "
                + run.manifest().startedAt()
                + ", fanout "
                + run.manifest().version()
                + run.manifest().commit().map(commit -> ", commit " + commit).orElse(""),
            "Judge it again: fanout report DIR"));
    out.code(content.command());
    return out.toString();
  }

  private List<String> estate() {
    Optional<EstateFacts> facts = reported.evidence().estate();
    String hosts =
        facts
            .map(
                known ->
                    Wording.count(Math.max(known.a().hosts(), known.b().hosts()), "upstream host"))
            .orElse("upstream hosts not counted");
    String tier =
        run.scope() instanceof Scope.MeasuredOnApim apim
            ? "tier " + apim.tier() + ", " + Wording.count(apim.units(), "unit")
            : "no tier: local model";
    return List.of(
        Wording.count(run.estate().apis(), "API")
            + ", "
            + Wording.count(run.estate().operations(), "operation")
            + ", "
            + hosts
            + ", "
            + tier
            + (run.estate().partial() ? ", partial estate" : ""));
  }

  private String equality() {
    return run.upstreamEquality().map(DecisionRecord::equality).orElse("Not compared.");
  }

  private static String equality(UpstreamEquality found) {
    int same = found.operations() - found.differing();
    String counted =
        ReportContent.grouped(same)
            + " of "
            + Wording.count(found.operations(), "operation")
            + " send the same upstream request (method, scheme, host, path, query), by trace of the"
            + " policies.";
    return found.differing() == 0
        ? counted
        : counted
            + " The first that does not: "
            + found.differences().get(0).operation()
            + " sends "
            + found.differences().get(0).upstreamA()
            + " in A and "
            + found.differences().get(0).upstreamB()
            + " in B.";
  }

  private Table rows() {
    return new Table(
        "Interval against margin, " + content.scope(),
        List.of(
            Column.text("row"),
            Column.number("n"),
            Column.number("A − B"),
            Column.number("interval"),
            Column.number("margin"),
            Column.text("state")),
        verdict.rows().stream().map(this::row).toList());
  }

  private List<String> row(RowVerdict row) {
    return List.of(
        row.name(),
        Integer.toString(row.look().sample().n()),
        content.difference(row),
        content.interval(row),
        Wording.margin(row.row()),
        content.state(row));
  }

  private List<String> notShown() {
    return run.scope() instanceof Scope.LocalModel
        ? List.of(
            "How API Management pools connections to the upstream, and whether entities on one host"
                + " share them",
            "SNAT ports and how many connections a unit may have",
            "Scaling of units, and what happens while they scale",
            "TLS to the upstream, diagnostics and their sampling, caches of the platform",
            "The tier: its processors, its limits under load, its neighbours",
            "API Management's own latency: figures describe the policy steps in a local gateway")
        : List.of(
            "Other tiers, regions, hours and settings than those of the scope",
            "Scaling of units, and what happens while they scale",
            "What happens in fewer than 3 of "
                + verdict.replicates()
                + " replicates is not excluded");
  }

  private void operations(String a, String b) {
    out.heading(2, "Operations");
    Optional<EstateFacts> facts = reported.evidence().estate();
    if (facts.isEmpty()) {
      out.paragraph("Not counted: the run folder has no estate.json.");
      return;
    }
    out.table(OperationalSide.table(facts.get(), a, b));
    out.table(TierLimits.table(facts.get(), a, b));
    out.paragraph(TierLimits.note());
    out.paragraph(OperationalSide.NO_PROBE);
  }
}
