package dev.fanout.artifacts.lint;

import dev.fanout.catalog.LintConfig;
import dev.fanout.policies.model.Tier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to lint.
 *
 * @param tier for which policies must be available; empty for no such check
 */
public record LintOptions(Optional<Tier> tier, List<LintConfig.Ignored> ignored) {
  public static final LintOptions DEFAULT = new LintOptions(Optional.empty(), List.of());

  public LintOptions {
    Objects.requireNonNull(tier, "tier");
    ignored = List.copyOf(ignored);
  }
}
