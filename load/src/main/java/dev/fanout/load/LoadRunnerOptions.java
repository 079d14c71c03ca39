package dev.fanout.load;

import java.util.Objects;

/**
 * @param eventLoops threads that send and receive; connections and arrivals are spread over them
 * @param transport which of the transports to use
 */
public record LoadRunnerOptions(int eventLoops, Transport transport) {

  /** How sockets are polled. */
  public enum Transport {
    /** epoll where its native library loads, else NIO. */
    BEST,
    NIO
  }

  /** One loop: right for a generator that shares a small machine. */
  public static final LoadRunnerOptions DEFAULT = new LoadRunnerOptions(1, Transport.BEST);

  public LoadRunnerOptions {
    Objects.requireNonNull(transport, "transport");
    if (eventLoops < 1 || eventLoops > 256) {
      throw new IllegalArgumentException(eventLoops + " event loops are not in 1..256");
    }
  }
}
