package dev.fanout.artifacts;

import java.util.Objects;

/** What {@link UrlComposition#rewrite} gives. */
public sealed interface RewriteOutcome {
  /** The new operation path and query. */
  record Rewritten(PathAndQuery target) implements RewriteOutcome {
    public Rewritten {
      Objects.requireNonNull(target, "target");
    }
  }

  /** The template names a parameter that the operation's template does not have. */
  record UnknownParameter(String name) implements RewriteOutcome {
    public UnknownParameter {
      Objects.requireNonNull(name, "name");
    }
  }
}
