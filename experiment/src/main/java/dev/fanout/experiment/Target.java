package dev.fanout.experiment;

import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.run.Design;
import dev.fanout.measurements.run.Manifest;
import dev.fanout.measurements.run.Scope;
import dev.fanout.measurements.run.VariantLabel;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where the variants run. The flow of an experiment knows nothing else about the place: processes
 * on this machine, or gateways in a cloud.
 */
public interface Target extends AutoCloseable {
  /** What every verdict of a run here must say. */
  Scope scope();

  Design design();

  Manifest.GatewaySettings gatewaySettings();

  /** What a reader of the run should know about the place; one sentence each. */
  List<String> notes();

  /**
   * A gateway that no earlier replicate has touched.
   *
   * @param portFirst the variant that is deployed first
   * @param injections faults on purpose, as the gateway takes them; empty for none
   */
  RunningGateway start(VariantLabel portFirst, List<String> injections)
      throws EnvironmentFailure, InterruptedException;

  /** The backend without a gateway before it, to learn what the gateway adds. */
  Optional<InetSocketAddress> backend();

  /** CPU time of the backend so far, JIT compilers excluded. */
  OptionalLong backendCpuNanos();

  /**
   * Requests that each backend instance has begun since its start, by the name that it resolves for
   * itself; empty where nobody counts them.
   */
  default Map<String, Long> backendRequests() throws EnvironmentFailure, InterruptedException {
    return Map.of();
  }

  /** The core on which the measured gateway runs, when it has one of its own. */
  OptionalInt gatewayCore();

  /** The core on which the generator runs, when it runs on a fixed one. */
  OptionalInt generatorCore();

  /** Whether generator and backend share a core, so that their shares add up. */
  boolean backendSharesGeneratorCore();

  @Override
  void close();
}
