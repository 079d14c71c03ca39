package dev.fanout.expressions.runtime.regex;

/** Where the groups of a match stand: slot 0 is the whole of it. */
interface Spans {
  String text();

  int slots();

  /** The first character of the group's last capture; -1 if it has none. */
  int start(int slot);

  /** Behind the last character of the group's last capture; -1 if it has none. */
  int stop(int slot);
}
