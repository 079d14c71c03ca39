package dev.fanout.artifacts.lint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.diagnostics.Severity;
import dev.fanout.diagnostics.SourcePosition;
import dev.fanout.diagnostics.SourceSpan;
import dev.fanout.policies.lint.RuleDescription;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A report in SARIF 2.1.0 (OASIS), which code hosts and editors show beside the source. */
public final class SarifReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_RELATED = 100;

  private final Map<String, Integer> ruleIndexes = new LinkedHashMap<>();

  private SarifReport() {}

  /**
   * @param version of fanout
   */
  public static String render(LintReport report, String version) {
    return new SarifReport().log(report, version).toPrettyString() + "\n";
  }

  private ObjectNode log(LintReport report, String version) {
    ObjectNode log = JSON.createObjectNode();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "fanout");
    driver.put("version", version);
    rules(report, driver.putArray("rules"));
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    report.findings().forEach(finding -> result(results.addObject(), finding));
    for (SuppressedFinding suppressed : report.suppressed()) {
      ObjectNode result = results.addObject();
      result(result, suppressed.finding());
      ObjectNode suppression = result.putArray("suppressions").addObject();
      suppression.put("kind", suppressed.inSource() ? "inSource" : "external");
      suppression.put("justification", suppressed.reason());
    }
    return log;
  }

  /** Only the rules that something was found of, so that the file stays small. */
  private void rules(LintReport report, ArrayNode rules) {
    TreeSet<String> codes = new TreeSet<>();
    Stream.concat(
            report.findings().stream(),
            report.suppressed().stream().map(SuppressedFinding::finding))
        .forEach(finding -> codes.add(finding.issue().code()));
    for (String code : codes) {
      ruleIndexes.put(code, rules.size());
      ObjectNode rule = rules.addObject();
      rule.put("id", code);
      RuleDescription description = LintCodes.byCode().get(code);
      if (description != null) {
        rule.putObject("shortDescription").put("text", description.title());
        if (!description.explanation().isEmpty()) {
          rule.putObject("fullDescription").put("text", description.explanation());
          ObjectNode help = rule.putObject("help");
          help.put("text", description.explanation());
          help.put("markdown", description.explanation());
        }
        rule.putObject("defaultConfiguration").put("level", level(description.severity()));
      }
    }
  }

  private void result(ObjectNode result, Finding finding) {
    result.put("ruleId", finding.issue().code());
    result.put("ruleIndex", ruleIndexes.getOrDefault(finding.issue().code(), -1));
    result.put("level", level(finding.issue().severity()));
    String hint = finding.issue().hint().map(text -> ". " + text).orElse("");
    result.putObject("message").put("text", finding.issue().message() + hint);
    ArrayNode locations = result.putArray("locations");
    finding.issue().location().ifPresent(span -> location(locations.addObject(), span));
    if (!finding.alsoIn().isEmpty()) {
      ArrayNode related = result.putArray("relatedLocations");
      for (String file : finding.alsoIn().stream().limit(MOST_RELATED).toList()) {
        ObjectNode location = related.addObject();
        location.putObject("message").put("text", "the same text");
        location.putObject("physicalLocation").putObject("artifactLocation").put("uri", uri(file));
      }
    }
  }

  private static void location(ObjectNode location, SourceSpan span) {
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(span.source().name()));
    SourcePosition start = span.position();
    SourcePosition end = span.source().positionAt(span.end());
    ObjectNode region = physical.putObject("region");
    region.put("startLine", start.line()).put("startColumn", start.column());
    region.put("endLine", end.line()).put("endColumn", end.column());
  }

  /** Relative paths stay relative: the reader of the file knows where the checkout is. */
  private static String uri(String file) {
    String path = file.replace('\\', '/');
    if (Path.of(file).isAbsolute()) {
      return Path.of(file).toUri().toString();
    }
    try {
      return new URI(null, null, path.startsWith("./") ? path.substring(2) : path, null)
          .getRawPath();
    } catch (URISyntaxException e) {
      return "unnamed";
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
