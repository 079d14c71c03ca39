package dev.fanout.functionhost;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * @param folder the packaged function
 * @param address where to listen, on loopback; port 0: any free one
 * @param maxConcurrency functions that run at once; each has a thread while it runs
 * @param waiting how functions wait for their delay
 * @param elsewhere the route that takes paths that no function has, such as {@code echo}; empty:
 *     404
 * @param maxBodyBytes a longer request body is answered with 413
 * @param scaling how the backend grows under load; empty: one instance without a limit
 */
public record FunctionHostOptions(
    Path folder,
    InetSocketAddress address,
    int maxConcurrency,
    Waiting waiting,
    Optional<String> elsewhere,
    int maxBodyBytes,
    Optional<ScalingModel> scaling) {

  /** How a function waits. */
  public enum Waiting {
    /** Each on a thread of its own, as in Azure. */
    THREAD,
    /**
     * By the event loop's timer, where the function has a timed twin (a public method with {@code
     * Timed} behind its name that takes a timer as well); else as {@link #THREAD}. The function's
     * code is the same; it costs a fraction of the CPU, which on a small machine the load runner
     * beside it needs.
     */
    TIMER
  }

  public FunctionHostOptions {
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("address " + address + " is not loopback");
    }
    if (maxConcurrency < 1 || maxConcurrency > 10_000) {
      throw new IllegalArgumentException(
          "maxConcurrency " + maxConcurrency + " is not in 1..10,000");
    }
    if (maxBodyBytes < 0 || maxBodyBytes > 100 << 20) {
      throw new IllegalArgumentException("maxBodyBytes " + maxBodyBytes + " is not in 0..100 MiB");
    }
  }

  /** One instance without a limit. */
  public FunctionHostOptions(
      Path folder,
      InetSocketAddress address,
      int maxConcurrency,
      Waiting waiting,
      Optional<String> elsewhere,
      int maxBodyBytes) {
    this(folder, address, maxConcurrency, waiting, elsewhere, maxBodyBytes, Optional.empty());
  }

  /** On 127.0.0.1, at most 1,000 functions at once and bodies of 1 MiB. */
  public static FunctionHostOptions of(Path folder, int port, Waiting waiting) {
    return new FunctionHostOptions(
        folder,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        1_000,
        waiting,
        Optional.empty(),
        1 << 20);
  }

  /** Paths that no function has are taken by that route, such as {@code echo}. */
  public FunctionHostOptions withElsewhere(String route) {
    return new FunctionHostOptions(
        folder, address, maxConcurrency, waiting, Optional.of(route), maxBodyBytes, scaling);
  }

  /** With a backend that grows under load. */
  public FunctionHostOptions withScaling(ScalingModel model) {
    return new FunctionHostOptions(
        folder, address, maxConcurrency, waiting, elsewhere, maxBodyBytes, Optional.of(model));
  }
}
