package dev.fanout.load.run;

/** A plan that is not begun; the message is one sentence for whoever wrote it. */
public final class LoadRefused extends Exception {
  private static final long serialVersionUID = 1;

  public LoadRefused(String message) {
    super(message);
  }

  LoadRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
