package dev.fanout.artifacts.lint;

import dev.fanout.artifacts.ArtifactIssues;
import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.lint.DocumentCodes;
import dev.fanout.policies.lint.RuleDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every code that {@code fanout lint} can give, with its description. */
public final class LintCodes {
  private static final Map<String, RuleDescription> ALL = all();

  private LintCodes() {}

  /** By code, in the order of the docs page. */
  public static Map<String, RuleDescription> byCode() {
    return ALL;
  }

  private static Map<String, RuleDescription> all() {
    List<RuleDescription> all = new ArrayList<>();
    EstateRuleBook.rules().forEach(rule -> all.add(rule.description()));
    all.addAll(DocumentCodes.all());
    all.add(
        plain(
            ArtifactIssues.FOLDER,
            Severity.ERROR,
            "The folder is no estate",
            "It is missing, empty, or has none of the folders of the APIOps layout."));
    all.add(
        plain(
            ArtifactIssues.FILE,
            Severity.ERROR,
            "A file cannot be read",
            "Too large, not UTF-8, not permitted, or a link, which is not followed."));
    all.add(plain(ArtifactIssues.JSON, Severity.ERROR, "A file is not JSON", ""));
    all.add(
        plain(
            ArtifactIssues.VALUE,
            Severity.ERROR,
            "A JSON file lacks a value, or has one that cannot be",
            "The message names it."));
    all.add(
        plain(
            ArtifactIssues.REFERENCE,
            Severity.ERROR,
            "An entity names another one that is not there",
            "A version set, a member of a pool, an operation."));
    all.add(
        plain(
            ArtifactIssues.NOT_READ,
            Severity.WARNING,
            "Something was not read",
            "fanout does not know it, or it is missing, so rules could not look at it."));
    all.add(plain("OPENAPI_SYNTAX", Severity.ERROR, "The specification is no JSON or YAML", ""));
    all.add(
        plain(
            "OPENAPI_SHAPE",
            Severity.ERROR,
            "The specification is no OpenAPI that can be read",
            ""));
    Map<String, RuleDescription> byCode = new LinkedHashMap<>();
    all.forEach(description -> byCode.putIfAbsent(description.code(), description));
    return byCode;
  }

  private static RuleDescription plain(
      String code, Severity severity, String title, String explanation) {
    return new RuleDescription(code, severity, title, explanation, "", "");
  }
}
