package dev.fanout.artifacts.lint;

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
    all.addAll(FileCodes.ALL);
    Map<String, RuleDescription> byCode = new LinkedHashMap<>();
    all.forEach(description -> byCode.putIfAbsent(description.code(), description));
    return byCode;
  }
}
