package dev.fanout.cli;

/** What the process tells its caller. Documented in docs/exit-codes.md. */
public final class ExitCode {
  /** Equivalent, same, or simply done. */
  public static final int OK = 0;

  /** A bug in fanout; also what a shell or an uncaught exception gives. */
  public static final int BUG = 1;

  /** The command line or an input file is wrong. */
  public static final int USAGE = 2;

  /** Different, or a check found something. */
  public static final int DIFFERENT = 10;

  /** Inconclusive, or not enough data. */
  public static final int INCONCLUSIVE = 11;

  /** An audit failed: the numbers are there, the verdict is withheld. */
  public static final int WITHHELD = 12;

  /** The environment failed: a port taken, a full disk, a dead backend. */
  public static final int ENVIRONMENT = 20;

  private ExitCode() {}
}
