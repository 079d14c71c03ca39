package dev.fanout.artifacts.lint;

import dev.fanout.diagnostics.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What linting gave.
 *
 * @param findings by file and place
 * @param suppressed those that are not reported, with their reasons
 */
public record LintReport(
    List<Finding> findings, List<SuppressedFinding> suppressed, LintCounts counts) {
  public LintReport {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
  }

  /** Is there a finding of this severity, or a worse one? */
  public boolean hasAtLeast(Severity severity) {
    return findings.stream().anyMatch(f -> f.issue().severity().compareTo(severity) <= 0);
  }

  public long count(Severity severity) {
    return findings.stream().filter(f -> f.issue().severity() == severity).count();
  }

  /** Findings by code, in the order of codes. */
  public Map<String, Integer> byCode() {
    Map<String, Integer> counts = new TreeMap<>();
    findings.forEach(finding -> counts.merge(finding.issue().code(), 1, Integer::sum));
    return counts;
  }
}
