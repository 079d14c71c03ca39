package dev.fanout.experiment.local;

import dev.fanout.experiment.process.CorePlan;
import dev.fanout.experiment.process.JavaCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the processes of a local run are started.
 *
 * @param artifactsA folder of variant A
 * @param artifactsB folder of variant B
 * @param logs folder for what the processes write to standard error
 * @param poolModel {@code per-authority} or {@code per-entity}
 * @param poolLimit connections of each pool
 * @param separateProcesses a gateway process for each variant, instead of one for both
 * @param allowUnsupported whether a policy that the gateway does not support is passed over
 * @param namedValues values by name, for those that the folders do not hold; secret
 * @param gatewayHeapMegabytes fixed heap of a gateway process
 * @param backendArguments further words of the command line that starts the mock backend
 */
public record LocalTargetOptions(
    JavaCommand java,
    CorePlan cores,
    Path artifactsA,
    Path artifactsB,
    Path logs,
    String poolModel,
    int poolLimit,
    boolean separateProcesses,
    boolean allowUnsupported,
    Map<String, String> namedValues,
    int gatewayHeapMegabytes,
    List<String> backendArguments) {
  public LocalTargetOptions {
    Objects.requireNonNull(java, "java");
    Objects.requireNonNull(cores, "cores");
    Objects.requireNonNull(artifactsA, "artifactsA");
    Objects.requireNonNull(artifactsB, "artifactsB");
    Objects.requireNonNull(logs, "logs");
    namedValues = Map.copyOf(namedValues);
    backendArguments = List.copyOf(backendArguments);
    if (!poolModel.equals("per-authority") && !poolModel.equals("per-entity")) {
      throw new IllegalArgumentException(
          "pool model '" + poolModel + "' is not per-authority or per-entity");
    }
    if (poolLimit < 1 || poolLimit > 10_000) {
      throw new IllegalArgumentException("pool limit " + poolLimit + " is not in 1..10,000");
    }
    if (gatewayHeapMegabytes < 64) {
      throw new IllegalArgumentException("heap " + gatewayHeapMegabytes + " MB is not in 64..");
    }
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "LocalTargetOptions[" + artifactsA + ", " + artifactsB + ", " + poolModel + "]";
  }
}
