package dev.fanout.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What ^C does: the run is asked to end and gets some seconds to write its folder; then the process
 * ends with the code of the run, which the JVM would otherwise replace by 130.
 */
final class Interruption implements Runnable {
  private static final long SECONDS_TO_END = 8;

  private final Runnable stop;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile int exitCode = ExitCode.INCONCLUSIVE;

  private Interruption(Runnable stop) {
    this.stop = stop;
  }

  /**
   * From now on, until {@link #finished}.
   *
   * @param stop asks the run to end; from another thread, and returns at once
   */
  static Interruption install(Runnable stop) {
    Interruption interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(new Thread(interruption, "end-of-run"));
    return interruption;
  }

  /** The run ended with this code; everything is written. */
  void finished(int code) {
    exitCode = code;
    done.countDown();
  }

  @Override
  public void run() {
    if (done.getCount() == 0) {
      return;
    }
    stop.run();
    try {
      if (done.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.INCONCLUSIVE);
  }
}
