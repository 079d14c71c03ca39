package dev.fanout.experiment.process;

/**
 * The environment, and not the measured variants, made a run impossible: a process died, a port is
 * taken, a disk is full. The message is one sentence for a user, without a full stop.
 */
public final class EnvironmentFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public EnvironmentFailure(String message) {
    super(message);
  }

  public EnvironmentFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
