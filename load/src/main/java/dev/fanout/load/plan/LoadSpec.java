package dev.fanout.load.plan;

import dev.fanout.load.Limits;
import dev.fanout.load.LoadRunnerOptions;
import dev.fanout.load.run.LoadPlan;
import dev.fanout.load.run.LoadStage;
import dev.fanout.load.run.LoadTarget;
import dev.fanout.load.run.Output;
import dev.fanout.load.run.Safety;
import dev.fanout.load.summary.Condition;
import java.util.List;
import java.util.Objects;

/**
 * What is to be sent, before it is said what is allowed and where results go.
 *
 * @param failIf conditions that the result must not meet
 */
public record LoadSpec(
    String name,
    List<LoadTarget> targets,
    List<LoadStage> stages,
    Limits limits,
    long randomSeed,
    LoadRunnerOptions options,
    List<Condition> failIf) {
  public LoadSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(options, "options");
    targets = List.copyOf(targets);
    stages = List.copyOf(stages);
    failIf = List.copyOf(failIf);
  }

  public LoadSpec withStages(List<LoadStage> others) {
    return new LoadSpec(name, targets, others, limits, randomSeed, options, failIf);
  }

  public LoadSpec withSeed(long seed) {
    return new LoadSpec(name, targets, stages, limits, seed, options, failIf);
  }

  /** With conditions added. */
  public LoadSpec andFailIf(List<Condition> more) {
    List<Condition> all = new java.util.ArrayList<>(failIf);
    all.addAll(more);
    return new LoadSpec(name, targets, stages, limits, randomSeed, options, all);
  }

  /**
   * @throws IllegalArgumentException with a text for users
   */
  public LoadPlan toPlan(Safety safety, Output output) {
    return new LoadPlan(name, targets, stages, limits, safety, output, randomSeed, options);
  }
}
