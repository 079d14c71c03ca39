package dev.fanout.functionhost;

import java.nio.file.Path;

/**
 * @param folder the packaged function
 * @param port 0: any free one
 * @param child speak JSON lines with a parent process and end when it does
 */
public record BackendOptions(Path folder, int port, boolean child) {
  public BackendOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not in 0..65535");
    }
  }
}
