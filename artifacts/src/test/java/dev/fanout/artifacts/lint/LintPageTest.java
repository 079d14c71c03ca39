package dev.fanout.artifacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.diagnostics.IssueRenderer;
import dev.fanout.policies.lint.RuleDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of codes is what the rules say of themselves. After a change, {@code
 * -Dfanout.docs.write=true} writes it anew.
 */
class LintPageTest {
  private static final Path PAGE = Path.of("../docs/lint-codes.md");

  @TempDir private Path folder;

  @Test
  void is_what_the_rules_say() throws IOException {
    String page = page();
    if (Boolean.getBoolean("fanout.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private String page() throws IOException {
    StringBuilder out = new StringBuilder();
    out.append("# Codes of `fanout lint`\n\n");
    out.append("Generated from the rules; do not edit. [lint.md](lint.md) says how to use them.\n");
    out.append(
        "`error`: refused by the service, or fails. `warning`: runs, but most likely not as");
    out.append(" meant, or unsafely. `note`: worth knowing.\n\n");
    out.append("| code | severity | |\n|---|---|---|\n");
    for (RuleDescription rule : LintCodes.byCode().values()) {
      out.append("| [")
          .append(rule.code())
          .append("](#")
          .append(rule.code().toLowerCase(Locale.ROOT))
          .append(") | ")
          .append(severity(rule))
          .append(" | ")
          .append(rule.title())
          .append(" |\n");
    }
    for (RuleDescription rule : LintCodes.byCode().values()) {
      section(out, rule);
    }
    return out.toString();
  }

  private void section(StringBuilder out, RuleDescription rule) throws IOException {
    out.append("\n## ").append(rule.code()).append("\n\n");
    out.append("**").append(rule.title()).append(".** (").append(severity(rule)).append(")");
    out.append(rule.explanation().isEmpty() ? "\n" : "\n\n" + rule.explanation() + "\n");
    if (!rule.hasExamples()) {
      return;
    }
    LintExample failing = LintExample.of(rule, rule.failing());
    out.append("\n```xml\n").append(failing.text()).append("```\n\n```\n");
    Path here = Files.createDirectory(folder.resolve(rule.code()));
    for (Finding finding : failing.lintForThisRule(here)) {
      String rendered = IssueRenderer.render(finding.issue());
      out.append(rendered.replace(here + "/", "").replace(here.toString(), "notes"));
    }
    out.append("```\n\nBetter:\n\n```xml\n");
    out.append(LintExample.of(rule, rule.passing()).text()).append("```\n");
  }

  private static String severity(RuleDescription rule) {
    return switch (rule.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
