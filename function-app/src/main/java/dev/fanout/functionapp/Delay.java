package dev.fanout.functionapp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;

/** The simulated work. */
final class Delay {
  private Delay() {}

  /**
   * Blocks the calling thread, as a synchronous function does; a waiting thread costs no CPU.
   *
   * @return complete, with how long it really was: never less than asked, and more when the machine
   *     is busy
   */
  static CompletionStage<Long> block(long nanos) {
    long start = System.nanoTime();
    long passed = 0;
    while (passed < nanos && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(nanos - passed);
      passed = System.nanoTime() - start;
    }
    return CompletableFuture.completedStage(passed);
  }
}
