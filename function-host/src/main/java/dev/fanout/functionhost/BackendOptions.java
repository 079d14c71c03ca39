package dev.fanout.functionhost;

import java.nio.file.Path;

/**
 * @param folder the packaged function
 * @param port 0: any free one
 * @param waiting how functions wait for their delay
 * @param child speak JSON lines with a parent process and end when it does
 */
public record BackendOptions(
    Path folder, int port, FunctionHostOptions.Waiting waiting, boolean child) {
  /** Waits by timer. */
  public BackendOptions(Path folder, int port, boolean child) {
    this(folder, port, FunctionHostOptions.Waiting.TIMER, child);
  }

  public BackendOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not in 0..65535");
    }
  }
}
