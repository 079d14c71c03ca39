package dev.fanout.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Linux lets a timed wait of a thread end up to 50 µs late, to save wake-ups (prctl(2),
 * PR_SET_TIMERSLACK). A runner that sends at drawn times wants less.
 */
final class TimerSlack {
  private static final String NANOS = "1000";

  private TimerSlack() {}

  /** Sets the calling thread's slack to 1 µs; false where that cannot be done. */
  static boolean shorten() {
    try {
      Path thread = Files.readSymbolicLink(Path.of("/proc/thread-self"));
      Path id = java.util.Objects.requireNonNull(thread.getFileName());
      Files.writeString(Path.of("/proc").resolve(id).resolve("timerslack_ns"), NANOS);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
