package dev.fanout.experiment;

import dev.fanout.experiment.process.EnvironmentFailure;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends a run from another thread: the user wants it to end, or the environment gave in. The thread
 * of the run is interrupted, but never while it writes a file, since an interrupt would tear the
 * file's channel.
 */
final class StopSignal {
  private final Thread runThread = Thread.currentThread();
  private boolean writing;
  private boolean askedFor;
  private Optional<EnvironmentFailure> failure = Optional.empty();

  /** The user asked for the end. */
  synchronized void ask() {
    askedFor = true;
    interrupt();
  }

  /** The first failure is kept. */
  synchronized void fail(EnvironmentFailure why) {
    if (failure.isEmpty()) {
      failure = Optional.of(why);
    }
    interrupt();
  }

  synchronized boolean askedFor() {
    return askedFor;
  }

  synchronized Optional<EnvironmentFailure> failure() {
    return failure;
  }

  /** On the thread of the run: does {@code work} to its end, interrupts wait. */
  <T> T undisturbed(Supplier<T> work) {
    synchronized (this) {
      writing = true;
    }
    boolean wasInterrupted = Thread.interrupted();
    try {
      return work.get();
    } finally {
      synchronized (this) {
        writing = false;
        if (wasInterrupted || askedFor || failure.isPresent()) {
          runThread.interrupt();
        }
      }
    }
  }

  /** On the thread of the run, when it has stopped: later interrupts are not sent. */
  synchronized void stopped() {
    writing = true;
    boolean unused = Thread.interrupted();
  }

  private void interrupt() {
    if (!writing) {
      runThread.interrupt();
    }
  }
}
