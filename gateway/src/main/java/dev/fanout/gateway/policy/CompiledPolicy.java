package dev.fanout.gateway.policy;

import dev.fanout.gateway.pipeline.Step;
import dev.fanout.gateway.pipeline.StepInfo;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy that was compiled, or left out because it cannot be run. One object for all equal texts.
 *
 * @param step empty when the policy was left out
 */
record CompiledPolicy(Optional<Step> step, String name, @Nullable String id, int bodyReads) {
  CompiledPolicy {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(name, "name");
  }

  /** The policy in a place: the number counts those of the same name. */
  StepInfo info(int number, @Nullable String scope) {
    return new StepInfo(name, name + "[" + number + "]", scope, id);
  }
}
