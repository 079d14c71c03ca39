package dev.fanout.load.run;

import dev.fanout.load.Limits;
import dev.fanout.load.LoadRunnerOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What to play: in each stage, each target in turn.
 *
 * @param name of the run, visible ASCII
 * @param randomSeed of arrivals, delays, values and the mix; each stage draws its own from it, the
 *     same for all targets, so that they get the same requests
 */
public record LoadPlan(
    String name,
    List<LoadTarget> targets,
    List<LoadStage> stages,
    Limits limits,
    Safety safety,
    Output output,
    long randomSeed,
    LoadRunnerOptions options) {
  static final int MOST_TARGETS = 8;
  static final int MOST_STAGES = 100;

  public LoadPlan {
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(safety, "safety");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(options, "options");
    targets = List.copyOf(targets);
    stages = List.copyOf(stages);
    if (!name.matches("[ -~]{1,100}")) {
      throw new IllegalArgumentException("name '" + name + "' is not 1 to 100 ASCII characters");
    }
    if (targets.isEmpty() || targets.size() > MOST_TARGETS) {
      throw new IllegalArgumentException(targets.size() + " targets are not in 1..8");
    }
    if (stages.isEmpty() || stages.size() > MOST_STAGES) {
      throw new IllegalArgumentException(stages.size() + " stages are not in 1..100");
    }
    checkUnique("target", targets.stream().map(LoadTarget::name).toList());
    checkUnique("stage", stages.stream().map(LoadStage::name).toList());
  }

  static void checkName(String what, String name) {
    if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          what + " name '" + name + "' is not 1 to 64 letters, digits, . _ -");
    }
  }

  private static void checkUnique(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("two " + what + "s are named " + name);
      }
    }
  }
}
