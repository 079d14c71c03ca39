package dev.fanout.experiment;

import dev.fanout.experiment.process.EnvironmentFailure;
import dev.fanout.measurements.CpuReading;
import dev.fanout.measurements.run.PoolCounters;
import dev.fanout.measurements.run.VariantLabel;
import java.net.InetSocketAddress;
import java.util.Optional;

/** The gateway of one replicate: it serves both variants until it is closed. */
public interface RunningGateway extends AutoCloseable {
  /** Name in the trials of a run: {@code local}, or the name of a deployed gateway. */
  String name();

  /** Where requests for a variant go. */
  Endpoint endpoint(VariantLabel variant);

  /**
   * CPU time that serving a variant has taken so far, and that of the JIT compilers; shared with
   * the other variant where one process serves both. Empty where it cannot be read, and after the
   * end.
   */
  Optional<CpuReading> cpu(VariantLabel variant);

  /** Upstream connections of a variant since the start; empty where nobody counts them. */
  Optional<PoolCounters> poolCounters(VariantLabel variant)
      throws EnvironmentFailure, InterruptedException;

  /** What faults on purpose have taken from a variant's requests so far. */
  default Injected injected(VariantLabel variant) throws EnvironmentFailure, InterruptedException {
    return Injected.NOTHING;
  }

  boolean isAlive();

  /**
   * Gives the gateway the place in which it is measured, such as a core of its own; until then it
   * may start and warm up wherever there is room. Its garbage is collected, so that few collections
   * fall into trials. Called once, before the steady-state gate.
   *
   * @return what of it did not work, a sentence; empty when all did
   */
  Optional<String> isolate() throws EnvironmentFailure, InterruptedException;

  @Override
  void close();

  /** Requests that were held back, and for how long together. */
  record Injected(long requests, long nanos) {
    static final Injected NOTHING = new Injected(0, 0);
  }

  /** An address, and the Host header that reaches the variant there. */
  record Endpoint(InetSocketAddress address, String hostHeader) {}
}
