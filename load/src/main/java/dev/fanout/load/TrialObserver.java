package dev.fanout.load;

/**
 * Told at the edges of the window, on the thread that called {@link LoadRunner#run}, so that the
 * CPU of other processes can be read over the same time. Must be quick.
 */
public interface TrialObserver {
  /** Looks at nothing. */
  TrialObserver NONE = new TrialObserver() {};

  default void windowOpened() {}

  default void windowClosed() {}
}
