package dev.fanout.gateway.policy.pending;

import dev.fanout.diagnostics.Issue;
import java.util.List;
import java.util.Optional;

public record Compilation(Optional<CompiledExpression> expression, List<Issue> issues) {}
