package dev.fanout.artifacts.lint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.diagnostics.SourcePosition;
import java.util.Locale;

/** A report for scripts. */
public final class JsonReport {
  public static final String SCHEMA = "fanout-lint/1";

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonReport() {}

  /** Counts and findings. */
  public static String render(LintReport report) {
    ObjectNode root = counts(report);
    ArrayNode findings = root.putArray("findings");
    report.findings().forEach(finding -> finding(findings.addObject(), finding));
    ArrayNode suppressed = root.putArray("suppressed");
    for (SuppressedFinding one : report.suppressed()) {
      ObjectNode node = suppressed.addObject();
      finding(node, one.finding());
      node.put("reason", one.reason());
      node.put("by", one.inSource() ? "comment" : "configuration");
    }
    return root.toPrettyString() + "\n";
  }

  /** Counts only. */
  public static String summary(LintReport report) {
    return counts(report).toPrettyString() + "\n";
  }

  private static ObjectNode counts(LintReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    ObjectNode summary = root.putObject("summary");
    summary.put("documents", report.counts().documents());
    summary.put("unreadable", report.counts().unreadable());
    summary.put("expressions", report.counts().expressions());
    summary.put("expressionsThatDoNotCompile", report.counts().broken());
    summary.put("expressionsNotChecked", report.counts().unchecked());
    summary.put("suppressed", report.suppressed().size());
    ObjectNode byCode = summary.putObject("findingsByCode");
    report.byCode().forEach(byCode::put);
    return root;
  }

  private static void finding(ObjectNode node, Finding finding) {
    node.put("code", finding.issue().code());
    node.put("severity", finding.issue().severity().name().toLowerCase(Locale.ROOT));
    finding
        .issue()
        .location()
        .ifPresent(
            span -> {
              SourcePosition start = span.position();
              SourcePosition end = span.source().positionAt(span.end());
              node.put("file", span.source().name());
              node.put("line", start.line()).put("column", start.column());
              node.put("endLine", end.line()).put("endColumn", end.column());
            });
    node.put("message", finding.issue().message());
    finding.issue().hint().ifPresent(hint -> node.put("hint", hint));
    if (!finding.alsoIn().isEmpty()) {
      ArrayNode also = node.putArray("alsoIn");
      finding.alsoIn().forEach(also::add);
    }
  }
}
