package dev.fanout.functionhost;

import java.nio.file.Path;
import java.util.Optional;

/**
 * @param folder the packaged function
 * @param port 0: any free one
 * @param waiting how functions wait for their delay
 * @param anyPath whether paths outside of {@code /api} are echoed, too: the backend then stands for
 *     every upstream of an estate
 * @param scaling how the backend grows under load; empty: one instance without a limit
 * @param child speak JSON lines with a parent process and end when it does
 */
public record BackendOptions(
    Path folder,
    int port,
    FunctionHostOptions.Waiting waiting,
    boolean anyPath,
    Optional<ScalingModel> scaling,
    boolean child) {
  private static final String ECHO_ROUTE = "echo";

  /** Waits by timer, answers below {@code /api}. */
  public BackendOptions(Path folder, int port, boolean child) {
    this(folder, port, FunctionHostOptions.Waiting.TIMER, false, Optional.empty(), child);
  }

  public BackendOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not in 0..65535");
    }
  }

  FunctionHostOptions host() {
    FunctionHostOptions host = FunctionHostOptions.of(folder, port, waiting);
    FunctionHostOptions served = anyPath ? host.withElsewhere(ECHO_ROUTE) : host;
    return scaling.map(served::withScaling).orElse(served);
  }
}
