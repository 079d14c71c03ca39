package dev.fanout.gateway.policy.pending;

import dev.fanout.diagnostics.Issue;
import dev.fanout.diagnostics.SourceSpan;
import java.util.List;
import java.util.Optional;

public final class ExpressionCompiler {
  public Compilation compile(SourceSpan span, String text, ExpressionTarget target) {
    return new Compilation(
        Optional.empty(),
        List.of(Issue.error("GATEWAY_EXPRESSIONS_PENDING", span, "expressions are not there yet")));
  }
}
