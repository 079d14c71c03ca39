package dev.fanout.load;

/** Plays trials, one at a time. Threads and native resources live until {@link #close}. */
public final class LoadRunner implements AutoCloseable {

  public LoadRunner(LoadRunnerOptions options) {
    throw new UnsupportedOperationException("not yet");
  }

  /** {@code epoll} or {@code nio}. */
  public String transport() {
    throw new UnsupportedOperationException("not yet");
  }

  public TrialResult run(TrialPlan plan) throws InterruptedException {
    return run(plan, TrialObserver.NONE);
  }

  /**
   * Blocks until the trial is over. When the calling thread is interrupted, connections are closed
   * first. A target that is dead is no exception: it is {@link TrialResult#stopped}.
   */
  public TrialResult run(TrialPlan plan, TrialObserver observer) throws InterruptedException {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void close() {}
}
