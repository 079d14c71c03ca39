package dev.fanout.report;

import dev.fanout.measurements.run.EstateFacts.Example;
import dev.fanout.measurements.run.EstateFacts.PolicyText;
import dev.fanout.measurements.run.UpstreamEquality;
import dev.fanout.measurements.run.VariantLabel;
import java.util.List;

/** The policies of both variants side by side, with the upstream request that comes out. */
final class HtmlPolicies {
  private final HtmlWriter out;
  private final ReportContent content;
  private final Evidence evidence;

  HtmlPolicies(HtmlWriter out, ReportContent content, Evidence evidence) {
    this.out = out;
    this.content = content;
    this.evidence = evidence;
  }

  void write() {
    content
        .verdict()
        .run()
        .upstreamEquality()
        .ifPresent(equality -> out.paragraph(sentence(equality)));
    evidence.estate().ifPresent(facts -> facts.examples().forEach(this::example));
  }

  private static String sentence(UpstreamEquality equality) {
    return ReportContent.grouped(equality.operations() - equality.differing())
        + " of "
        + ReportContent.grouped(equality.operations())
        + " operations send the same upstream request.";
  }

  private void example(Example example) {
    out.element("h3", example.operation()).raw("\n");
    out.raw("<p>A client sends ").element("span class=\"code\"", example.request()).raw("</p>\n");
    out.raw("<div class=\"sides\">\n");
    side(VariantLabel.A, example.upstreamA(), example.policiesA());
    side(VariantLabel.B, example.upstreamB(), example.policiesB());
    out.raw("</div>\n");
  }

  private void side(VariantLabel label, String upstream, List<PolicyText> policies) {
    out.raw("<div>\n<p>").element("b", content.named(label)).raw(" sends</p>\n");
    out.element("p class=\"url code\"", upstream).raw("\n");
    if (policies.isEmpty()) {
      out.paragraph("No policy document: the default holds.");
    }
    for (PolicyText policy : policies) {
      out.raw("<p class=\"code\">").text(policy.file()).raw("</p>\n");
      out.element("pre", policy.text().strip()).raw("\n");
    }
    out.raw("</div>\n");
  }
}
