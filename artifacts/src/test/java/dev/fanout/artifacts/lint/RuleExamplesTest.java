package dev.fanout.artifacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.policies.lint.RuleDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RuleExamplesTest {
  @TempDir private Path folder;

  private static Stream<RuleDescription> rules() {
    return LintCodes.byCode().values().stream().filter(RuleDescription::hasExamples);
  }

  @TestFactory
  Stream<DynamicTest> a_failing_example_gives_its_code_at_the_marked_place_and_no_other() {
    return rules()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.code(),
                    () -> {
                      Path here = Files.createDirectory(folder.resolve(rule.code()));
                      LintExample example = LintExample.of(rule, rule.failing());
                      List<Finding> findings =
                          rule.code().equals("POLICY_TOO_MANY_ISSUES")
                              ? example.lintForThisRule(here)
                              : example.lint(here);
                      assertThat(LintExample.places(findings, here))
                          .as(TextReport.render(report(findings)))
                          .containsExactly(example.mark() + " " + rule.code());
                      assertThat(findings.get(0).issue().severity()).isEqualTo(rule.severity());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_passing_example_gives_nothing() {
    return rules()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.code(),
                    () -> {
                      Path here = Files.createDirectory(folder.resolve(rule.code()));
                      List<Finding> findings = LintExample.of(rule, rule.passing()).lint(here);
                      assertThat(TextReport.render(report(findings)))
                          .startsWith("0 errors, 0 warnings, 0 notes");
                    }));
  }

  @Test
  void every_code_has_examples() {
    assertThat(LintCodes.byCode().values()).allMatch(RuleDescription::hasExamples);
  }

  static LintReport report(List<Finding> findings) {
    return new LintReport(findings, List.of(), new LintCounts(1, 0, 0, 0, 0, 0));
  }
}
