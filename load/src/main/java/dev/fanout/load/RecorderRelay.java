package dev.fanout.load;

import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Recorders on their way between one event loop, which fills them, and the collector, which empties
 * them. The loop never waits: with no spare at hand its interval goes on.
 */
final class RecorderRelay {
  /** One in the loop's hands, and two. */
  static final int RECORDERS = 3;

  private final ArrayBlockingQueue<Recorder> full = new ArrayBlockingQueue<>(RECORDERS);
  private final ArrayBlockingQueue<Recorder> empty = new ArrayBlockingQueue<>(RECORDERS);

  RecorderRelay(int groups) {
    for (int i = 1; i < RECORDERS; i++) {
      empty.add(new Recorder(groups));
    }
  }

  @Nullable Recorder spare() {
    return empty.poll();
  }

  void handOver(Recorder filled) {
    full.add(filled);
  }

  Recorder take() throws InterruptedException {
    return full.take();
  }

  void giveBack(Recorder emptied) {
    empty.add(emptied);
  }
}
