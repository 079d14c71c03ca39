package dev.fanout.policies.lint;

import dev.fanout.diagnostics.Severity;
import dev.fanout.policies.model.Tier;
import java.util.Objects;
import java.util.Optional;

/**
 * What there is to say of a code; the docs page is made of these.
 *
 * <p>An example is a policy document, or several files of an estate, each behind a line {@code ===
 * path}. The failing one has the finding between {@code «} and {@code »}; without them it is about
 * no place. {@code ⟦3 × "ab"⟧} stands for {@code ababab}, {@code ␁} for the character U+0001 and
 * {@code �} for a byte that is not UTF-8.
 *
 * @param title a few words, without a full stop
 * @param explanation why it matters and what to do, Markdown
 * @param failing empty if no text can show it
 * @param passing empty if {@code failing} is
 * @param tier the tier that the examples are checked for
 */
public record RuleDescription(
    String code,
    Severity severity,
    String title,
    String explanation,
    String failing,
    String passing,
    Optional<Tier> tier) {
  public RuleDescription {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(tier, "tier");
    if (!code.matches("[A-Z][A-Z0-9_]*")) {
      throw new IllegalArgumentException("code '" + code + "' is not UPPER_SNAKE_CASE");
    }
    if (failing.isEmpty() != passing.isEmpty()) {
      throw new IllegalArgumentException(code + ": an example needs its counterpart");
    }
  }

  public RuleDescription(
      String code,
      Severity severity,
      String title,
      String explanation,
      String failing,
      String passing) {
    this(code, severity, title, explanation, failing, passing, Optional.empty());
  }

  public boolean hasExamples() {
    return !failing.isEmpty();
  }

  public RuleDescription forTier(Tier name) {
    return new RuleDescription(
        code, severity, title, explanation, failing, passing, Optional.of(name));
  }
}
