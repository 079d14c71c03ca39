package dev.fanout.report.live;

/** The terminal, as far as a view needs it. */
public interface Screen {
  /** Width in characters now; a user may change it at any time. */
  int columns();

  /** Height in lines now. */
  int rows();

  /** Writes and flushes. */
  void write(String text);
}
