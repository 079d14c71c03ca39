package dev.fanout.artifacts.explain;

import dev.fanout.artifacts.OperationArtifact;
import java.util.Optional;

/** Tries a request where the policies alone do not say where it goes. */
@FunctionalInterface
public interface UpstreamExamples {
  /** Tries nothing. */
  UpstreamExamples NONE = (target, operation) -> Optional.empty();

  /** A request and what is sent for it, in one line without secrets; empty if it cannot be said. */
  Optional<String> example(ExplainTarget target, OperationArtifact operation);
}
